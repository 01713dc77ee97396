import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { ApiError } from '../errors'
import { readAtPace } from './pace'
import { LARGEST_PICTURE_BYTES } from './picture'
import { inTimeOnce } from './rest-in-time'

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

const hasStatus = (error: unknown) =>
  error instanceof ApiError ||
  (typeof error === 'object' && error !== null && 'statusCode' in error)

// What is left of a refused file has to flow past: unread, it would hold the connection until its timeout.
const admitFile = ({ file }: MultipartFile, admit: () => void) => {
  try {
    admit()
  } catch (refusal) {
    file.resume()
    throw refusal
  }
}

/**
 * Reads a multipart body into memory, its parts in any order. Before the file it calls `admit` with the fields
 * that came until then: what that throws, the file is refused with, unread. Rejects with 413 beyond the limits,
 * 408 for a file, or what comes after it, too slowly, 406 for another content type, 400 for a broken form or one
 * without a file.
 */
export const readForm = async (
  request: FastifyRequest,
  admit: (fields: ReadonlyMap<string, string>) => void,
): Promise<UploadForm> => {
  const fields = new Map<string, string>()
  let file: Buffer | null = null
  try {
    for await (const part of inTimeOnce(() => file !== null, request.parts({ limits: LIMITS }))) {
      if (part.type === 'file') {
        admitFile(part, () => admit(fields))
        file = await readAtPace(part)
      } else fields.set(part.fieldname, String(part.value))
    }
  } catch (error) {
    // What the parser itself stumbles over comes without a status.
    throw hasStatus(error)
      ? error
      : new ApiError('request_malformed', 'The multipart body is broken: send it again.')
  }
  if (file === null) {
    throw new ApiError('request_malformed', 'The form has no file: send one in the field "file".')
  }
  return { fields, file }
}
