import { Text, View } from '@tarojs/components'
import { useDidHide } from '@tarojs/taro'
import { useState } from 'react'
import './Toast.scss'

/**
 * Confirms over the page that something small is done; it disappears by itself (Toast.scss), and with its page: that
 * could draw it once more when it is shown again.
 */
export const Toast = ({ id, text }: { id: string; text: string }) => {
  const [isOver, setOver] = useState(false)
  useDidHide(() => setOver(true))
  return isOver ? null : (
    <View className="toast" {...{ role: 'status' }}>
      <View className="toast-body">
        <View className="toast-tick" />
        <Text id={id}>{text}</Text>
      </View>
    </View>
  )
}
