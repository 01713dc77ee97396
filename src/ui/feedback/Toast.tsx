import { Text, View } from '@tarojs/components'
import './Toast.scss'

/** Confirms over the page that something small is done; it disappears by itself (Toast.scss). */
export const Toast = ({ id, text }: { id: string; text: string }) => {
  return (
    <View className="toast" {...{ role: 'status' }}>
      <View className="toast-body">
        <View className="toast-tick" />
        <Text id={id}>{text}</Text>
      </View>
    </View>
  )
}
