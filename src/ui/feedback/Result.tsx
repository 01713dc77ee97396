import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Card } from '../content/Card'
import './Result.scss'

/** Confirms that something large is done, in place of its form: what holds now, and where to go from here. */
export const Result = ({ id, text, children }: PropsWithChildren<{ id: string; text: string }>) => {
  return (
    <Card>
      <View className="result" {...{ role: 'status' }}>
        <View className="result-mark">
          <View className="result-tick" />
        </View>
        <Text id={id} className="result-text">
          {text}
        </Text>
      </View>
      {children}
    </Card>
  )
}
