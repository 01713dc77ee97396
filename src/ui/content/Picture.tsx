import { Image } from '@tarojs/components'
import type { PictureProps } from './picture.types'

/** A picture with a name, fetched when it is near the screen. */
export const Picture = ({ name, fit, ...rest }: PictureProps) => {
  return <Image {...rest} {...{ 'aria-label': name }} mode={fit} lazyLoad />
}
