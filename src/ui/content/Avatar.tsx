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

/** The first character that can be seen, as people count: a flag, a family or a letter with its accents is one. */
const INITIAL = /\p{RI}{2}|[\p{L}\p{N}\p{P}\p{S}](?:[\p{M}\p{Emoji_Modifier}]|\u200d\p{S})*/u

/** A person's picture, or what stands in for it. It only decorates: screen readers skip it. */
export const Avatar = ({ src, name, size = 'row' }: Props) => {
  const [broken, setBroken] = useState('')
  const initial = INITIAL.exec(name)?.[0]
  const standIn = initial === undefined ? <View className="avatar-shape" /> : <Text>{initial}</Text>
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
