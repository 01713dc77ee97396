import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './Card.scss'

/** A quiet raised surface that groups what belongs together. */
export function Card({ children }: PropsWithChildren) {
  return <View className="card">{children}</View>
}
