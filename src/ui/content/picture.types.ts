export interface PictureProps {
  className: string
  src: string
  /** What it shows, for those who cannot see it. */
  name: string
  /** Whether it fills the place its style has for it, or is as wide as that and as high as it needs. */
  fit: 'aspectFill' | 'widthFix'
}
