import type { MultipartFile } from '@fastify/multipart'
import { ApiError } from '../errors'

/** How often the pace of an upload is looked at, in milliseconds. */
export const PACE_WINDOW_MS = 10_000
// The fewest bytes that have to arrive in between: a phone on a 2G network sends more.
const FEWEST_BYTES_PER_WINDOW = 32 * 1024

/** The 408 of a file, or what comes after it, that arrives too slowly. */
export const tooSlow = (): ApiError =>
  new ApiError(
    'upload_too_slow',
    'The file arrives too slowly: send it again over a better connection.',
  )

/**
 * Reads a file into memory. Rejects with 408 once it arrives slower than 32 KB in ten seconds, because it holds a
 * place that others wait for.
 */
export const readAtPace = async (part: MultipartFile): Promise<Buffer> => {
  let before = 0
  const look = () => {
    const { bytesRead } = part.file
    if (bytesRead - before < FEWEST_BYTES_PER_WINDOW) part.file.destroy(tooSlow())
    before = bytesRead
  }
  const timer = setInterval(look, PACE_WINDOW_MS)
  try {
    return await part.toBuffer()
  } finally {
    clearInterval(timer)
  }
}
