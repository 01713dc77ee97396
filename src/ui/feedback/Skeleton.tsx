import { View } from '@tarojs/components'
import './Skeleton.scss'

/** Holds the place of lines of text that are loading. */
export const Skeleton = ({ lines }: { lines: number }) => {
  return (
    <View className="skeleton" {...{ 'aria-hidden': true }}>
      {Array.from({ length: lines }, (_, line) => (
        <View key={line} className="skeleton-line" />
      ))}
    </View>
  )
}
