import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import './Avatar.scss'

interface Props {
  /** Address of the picture; empty for none. */
  src: string
  /** Whose it is: its first character stands in for a picture that is missing or does not load; empty: a shape. */
  name: string
  size?: 'row' | 'hero'
}

export const Avatar = ({ src, name, size = 'row' }: Props) => {
  const [broken, setBroken] = useState('')
  const [initial] = name.trim()
  const standIn =
    initial === undefined ? <View className="avatar-nobody" /> : <Text>{initial}</Text>
  return (
    <View className={`avatar avatar-${size}`} {...{ 'aria-hidden': true }}>
      {src === '' || src === broken ? (
        standIn
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
