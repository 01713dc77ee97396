import { Text, View } from '@tarojs/components'
import { Tappable } from './Tappable'
import './Cell.scss'

interface Props {
  id: string
  label: string
  /** What is set now; soft, at the end of the row. */
  value?: string
  /** Where it leads; without it the row only tells. */
  onTap?: () => void
}

/** One row of a list: what it is, what it holds, and a chevron when it leads somewhere. */
export const Cell = ({ id, label, value, onTap }: Props) => {
  const content = (
    <>
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
