import type { Metadata } from 'sharp'

const MOST_BYTES = 80_000_000

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

const bytesPerPixel = (picture: Known): number => {
  const { format, channels, depth, isProgressive, chromaSubsampling, pages } = picture
  // An animation is put together on two canvases with an alpha channel.
  if (format === 'webp') return (pages ?? 1) > 1 ? 8 : channels
  if (!isProgressive) return 0
  // The coefficients, two bytes each; of 4:2:0 two channels have a quarter of them.
  if (format === 'jpeg') return chromaSubsampling === '4:2:0' ? 3 : channels * 2
  return channels * (depth === 'ushort' ? 2 : 1)
}

/**
 * Whether a picture has to lie in memory as a whole while it is decoded, and takes more than 80 MB there: a progressive
 * JPEG, an interlaced PNG and every WebP. Others are read row by row, in a few megabytes.
 */
export const takesTooMuch = (picture: Known): boolean =>
  picture.width * picture.height * bytesPerPixel(picture) > MOST_BYTES
