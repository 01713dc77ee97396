import type { Metadata } from 'sharp'

const MOST_BYTES = 80_000_000
// A PNG is scaled down from hundreds of its rows at a time: of rows this long they take some 80 MB.
const MOST_ROW_BYTES = 40_000

type Known = Pick<
  Metadata,
  | 'format'
  | 'width'
  | 'height'
  | 'channels'
  | 'depth'
  | 'isProgressive'
  | 'chromaSubsampling'
  | 'pages'
>

const bytesPerSample = ({ depth }: Known): number => (depth === 'ushort' ? 2 : 1)

const bytesPerPixel = (picture: Known): number => {
  const { format, channels, isProgressive, chromaSubsampling, pages } = picture
  // An animation is put together on two canvases with an alpha channel.
  if (format === 'webp') return (pages ?? 1) > 1 ? 8 : channels
  if (!isProgressive) return 0
  // The coefficients, two bytes each; of 4:2:0 two channels have a quarter of them.
  if (format === 'jpeg') return chromaSubsampling === '4:2:0' ? 3 : channels * 2
  return channels * bytesPerSample(picture)
}

const hasTooLongRows = (picture: Known): boolean =>
  picture.format === 'png' &&
  picture.width * picture.channels * bytesPerSample(picture) > MOST_ROW_BYTES

/**
 * Whether a picture takes more than some 80 MB while it is decoded. A progressive JPEG, an interlaced PNG and every WebP
 * lie in memory as a whole; of other pictures only the rows do that are scaled down at a time.
 */
export const takesTooMuch = (picture: Known): boolean =>
  hasTooLongRows(picture) || picture.width * picture.height * bytesPerPixel(picture) > MOST_BYTES
