import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './Card.scss'

interface Props {
  /** A small heading above the card. */
  heading?: string
  /** `rows` lets cells reach the edges; `roomy` pads its content. */
  inset?: 'roomy' | 'rows'
}

/** A quiet raised surface that groups what belongs together. */
export const Card = ({ heading, inset = 'roomy', children }: PropsWithChildren<Props>) => {
  return (
    <View className="card-group">
      {heading !== undefined && <Text className="card-heading">{heading}</Text>}
      <View className={`card card-${inset}`}>{children}</View>
    </View>
  )
}
