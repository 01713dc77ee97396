import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import './Avatar.scss'

interface Props {
  /** Address of the picture; empty for none. */
  src: string
  /** Whose it is: its first character stands in where there is no picture, or it does not load. */
  name: string
  size?: 'row' | 'hero'
}

export function Avatar({ src, name, size = 'row' }: Props) {
  const [broken, setBroken] = useState('')
  return (
    <View className={`avatar avatar-${size}`} {...{ 'aria-hidden': true }}>
      {src === '' || src === broken ? (
        <Text>{[...name.trim()][0] ?? '·'}</Text>
      ) : (
        <Image
          className="avatar-picture"
          src={src}
          mode="aspectFill"
          onError={() => setBroken(src)}
        />
      )}
    </View>
  )
}
