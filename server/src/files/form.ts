import type { FastifyRequest } from 'fastify'
import { ApiError } from '../errors'
import { LARGEST_PICTURE_BYTES } from './picture'

/** A form of text fields and one file. */
export interface UploadForm {
  readonly fields: ReadonlyMap<string, string>
  readonly file: Buffer
}

const LIMITS = {
  files: 1,
  fileSize: LARGEST_PICTURE_BYTES,
  fields: 10,
  fieldNameSize: 100,
  fieldSize: 8 * 1024,
  headerPairs: 20,
}

const isTold = (error: unknown) =>
  typeof error === 'object' && error !== null && 'statusCode' in error

/**
 * Reads a multipart body into memory, its parts in any order. Rejects with 413 beyond the limits, 406 for
 * another content type, 400 for a broken form or one without a file.
 */
export const readForm = async (request: FastifyRequest): Promise<UploadForm> => {
  const fields = new Map<string, string>()
  let file: Buffer | null = null
  try {
    for await (const part of request.parts({ limits: LIMITS })) {
      if (part.type === 'file') file = await part.toBuffer()
      else fields.set(part.fieldname, String(part.value))
    }
  } catch (error) {
    // What the parser itself stumbles over comes without a status.
    throw isTold(error) ? error : new ApiError(400, 'The multipart body is broken: send it again.')
  }
  if (file === null) throw new ApiError(400, 'The form has no file: send one in the field "file".')
  return { fields, file }
}
