import { atMost } from '../at-most'
import { ApiError } from '../errors'
import { takesTooMuch } from './decoded-size'

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
    'The picture is damaged, has more than 25 million pixels or takes more than 80 MB to decode: send another.',
  )

/** Loaded with the first picture: its libraries take memory. */
const loadSharp = async () => {
  const { default: sharp } = await import('sharp')
  // No picture comes twice: what the library would keep for that is memory for nothing.
  sharp.cache(false)
  // One thread a picture, as the library itself does with the memory of most Linux systems; none grows beyond it.
  sharp.concurrency(1)
  return sharp
}

const decode = async (bytes: Buffer, kind: Kind): Promise<Picture> => {
  const sharp = await loadSharp()
  const read = () => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
  const refuse = () => {
    throw unreadable()
  }
  if (takesTooMuch(await read().metadata().catch(refuse))) throw unreadable()
  const writeAs = async (as: Kind): Promise<Picture> => {
    const clean = await read()
      .autoOrient()
      .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
      .toFormat(as)
      .toBuffer()
      .catch(refuse)
    return { bytes: clean, mimeType: `image/${as}` }
  }
  const picture = await writeAs(kind)
  // A PNG of few bytes may become one of sixteen megabytes.
  return picture.bytes.length > LARGEST_PICTURE_BYTES ? writeAs('webp') : picture
}

// Of the whole process, because memory is: a picture of few bytes may take a hundred megabytes while it is decoded.
const inTurn = atMost(1)

/**
 * Decodes a picture and writes it anew: place, camera and all other metadata stay behind, and so does what was
 * hidden beside the pixels. A PNG that would take more than five megabytes becomes a WebP. One picture is decoded at a
 * time, the others wait. Rejects with 415 what is no JPEG, PNG or WebP, 400 a broken or too large one.
 */
export const cleanPicture = async (bytes: Buffer): Promise<Picture> => {
  const kind = kindOf(bytes)
  if (kind === null) {
    throw new ApiError(
      'picture_type_unsupported',
      'The file is no picture: send a JPEG, PNG or WebP.',
    )
  }
  return inTurn(() => decode(bytes, kind))
}
