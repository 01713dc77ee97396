import { Text, View } from '@tarojs/components'
import type { SheetProps } from './sheet.types'
import './Sheet.scss'

/** A question from the bottom edge, over the page it is about. */
export const Sheet = ({ id, title, onDismiss, children }: SheetProps) => {
  return (
    <View className="sheet">
      <View id={`${id}-dismiss`} className="sheet-shade" catchMove onClick={onDismiss} />
      <View id={id} className="sheet-body">
        <Text className="sheet-title">{title}</Text>
        {children}
      </View>
    </View>
  )
}
