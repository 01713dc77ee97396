import type { PictureProps } from './picture.types'

/** A picture of the browser, fetched when it is near the screen. */
export const Picture = ({ className, src, name, fit }: PictureProps) => {
  const style = fit === 'aspectFill' ? { objectFit: 'cover' as const } : { height: 'auto' }
  return <img className={className} src={src} alt={name} style={style} loading="lazy" />
}
