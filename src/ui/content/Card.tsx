import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Heading } from '../page/Heading'
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
      {heading !== undefined && <Heading className="card-heading">{heading}</Heading>}
      <View className={`card card-${inset}`}>{children}</View>
    </View>
  )
}
