import { ApiError } from '../errors'

/** The most bytes a picture may have, as it is sent. */
export const LARGEST_PICTURE_BYTES = 5 * 1024 * 1024
const MOST_PIXELS = 25_000_000
// Far more than any screen shows of an avatar; what is larger is scaled down.
const LONGEST_SIDE = 2_048

/** A picture fit to be kept and shown: of a known kind, upright, and without anything but its pixels. */
export interface Picture {
  readonly bytes: Buffer
  readonly mimeType: 'image/jpeg' | 'image/png' | 'image/webp'
}

type Kind = 'jpeg' | 'png' | 'webp'

const startsWith = (bytes: Buffer, text: string, at = 0) =>
  bytes.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'))

/** What the first bytes say a file is; names and declared types are the sender's to choose. */
const kindOf = (bytes: Buffer): Kind | null => {
  if (startsWith(bytes, '\xff\xd8\xff')) return 'jpeg'
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return 'png'
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'webp'
  return null
}

const unreadable = () =>
  new ApiError(
    'picture_damaged',
    'The picture is damaged or has more than 25 million pixels: send another.',
  )

/**
 * Decodes a picture and writes it anew: place, camera and all other metadata stay behind, and so does what was
 * hidden beside the pixels. A PNG that would take more than five megabytes becomes a WebP. Rejects with 415 what is no
 * JPEG, PNG or WebP, 400 a broken or too large one.
 */
export const cleanPicture = async (bytes: Buffer): Promise<Picture> => {
  const kind = kindOf(bytes)
  if (kind === null) {
    throw new ApiError(
      'picture_type_unsupported',
      'The file is no picture: send a JPEG, PNG or WebP.',
    )
  }
  // Its libraries take 24 MB: loaded with the first picture.
  const { default: sharp } = await import('sharp')
  const writeAs = async (as: Kind): Promise<Picture> => {
    const clean = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
      .toFormat(as)
      .toBuffer()
      .catch(() => {
        throw unreadable()
      })
    return { bytes: clean, mimeType: `image/${as}` }
  }
  const picture = await writeAs(kind)
  // A PNG of few bytes may become one of sixteen megabytes.
  return picture.bytes.length > LARGEST_PICTURE_BYTES ? writeAs('webp') : picture
}
