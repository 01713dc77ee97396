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
  /** What a tap does; without it the row cannot be tapped. */
  onTap?: () => void
  /** What is drawn at the end of a row that can be tapped: it leads somewhere, or copies its value. */
  sign?: 'chevron' | 'copy'
}

/** One row of a list: what it is, what it holds, and the sign of what a tap does. */
export const Cell = ({ id, label, lead, value, onTap, sign = 'chevron' }: Props) => {
  const content = (
    <>
      {lead}
      <View className="cell-words">
        <Text>{label}</Text>
        {value !== undefined && (
          <Text id={`${id}-value`} className="cell-value">
            {value}
          </Text>
        )}
      </View>
      {onTap !== undefined && <View className={`cell-sign cell-${sign}`} />}
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
