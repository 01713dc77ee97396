import { Text, View } from '@tarojs/components'
import './Toast.scss'

/** The word that something small is done, over the page; it leaves by itself (Toast.scss). */
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
