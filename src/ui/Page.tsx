import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { scaleStyle } from './scale-style'
import { useTextScale } from './TextScale'
import { useTitle } from './use-title'
import './type.scss'
import './Page.scss'

interface Props {
  title: string
  lead?: string
}

/** The frame of every page: a title (WeChat's bar shows it too), an optional sentence under it, and the content. */
export function Page({ title, lead, children }: PropsWithChildren<Props>) {
  useTitle(title)
  return (
    <View className="type page" style={scaleStyle(useTextScale())}>
      <View className="page-head">
        <Text className="page-title">{title}</Text>
        {lead !== undefined && <Text className="page-lead">{lead}</Text>}
      </View>
      {children}
    </View>
  )
}
