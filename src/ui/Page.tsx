import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './Page.scss'

interface Props {
  title: string
  lead?: string
}

/** The frame of every page: a title, an optional sentence under it, and the content. */
export function Page({ title, lead, children }: PropsWithChildren<Props>) {
  return (
    <View className="page">
      <Text className="page-title">{title}</Text>
      {lead !== undefined && <Text className="page-lead">{lead}</Text>}
      {children}
    </View>
  )
}
