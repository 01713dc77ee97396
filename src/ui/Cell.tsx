import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Tappable } from './Tappable'
import './Cell.scss'

interface Props {
  id: string
  label: string
  /** A picture before the label. */
  lead?: ReactNode
  /** What is set now; soft, at the end of the row. */
  value?: string
  /** Opens what the row leads to; without it the row cannot be tapped. */
  onTap?: () => void
}

/** One row of a list: what it is, what it holds, and a chevron when it leads somewhere. */
export const Cell = ({ id, label, lead, value, onTap }: Props) => {
  const content = (
    <>
      {lead}
      <Text className="cell-label">{label}</Text>
      {value !== undefined && (
        <Text id={`${id}-value`} className="cell-value">
          {value}
        </Text>
      )}
      {onTap !== undefined && <View className="cell-chevron" />}
    </>
  )
  return onTap === undefined ? (
    <View id={id} className="cell">
      {content}
    </View>
  ) : (
    <Tappable id={id} className="cell" onTap={onTap}>
      {content}
    </Tappable>
  )
}
