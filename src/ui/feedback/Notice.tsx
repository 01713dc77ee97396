import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { useInView } from './use-in-view'
import './Notice.scss'

interface Props {
  id: string
  tone: 'info' | 'warn' | 'danger'
  text: string
}

/**
 * A sentence in its place on the page, instead of a toast that covers something and goes away unread.
 * Browsers read it out when it appears: at once when it is about a failure.
 */
export const Notice = ({ id, tone, text, children }: PropsWithChildren<Props>) => {
  useInView(id, tone === 'info' ? undefined : text)
  const role = tone === 'danger' ? 'alert' : 'status'
  return (
    <View id={id} className={`notice notice-${tone}`} {...{ role }}>
      <Text className="notice-text">{text}</Text>
      {children}
    </View>
  )
}
