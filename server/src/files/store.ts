import { eq } from 'drizzle-orm'
import { accountBlocked } from '../accounts/users/blocked'
import type { Context } from '../context'
import { users } from '../db/schema'
import { fileBytes, files } from '../db/schema-files'
import { orIfTaken } from '../db/violations'
import { ApiError } from '../errors'
import { isUuid } from '../ids'
import { decryptFile, encryptFile } from './cipher'
import { makeRoom } from './make-room'
import type { Picture } from './picture'
import type { UploadPermit } from './upload-permit'

/**
 * Keeps a picture under the id its permit names, which consumes the permit: the id is taken then.
 * Rejects with 403 the second time, and when the owner has been deleted or blocked meanwhile; with 413 when the account
 * has no room for it.
 */
export const storeFile = async (
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { id, userId, name }: Pick<UploadPermit, 'id' | 'userId' | 'name'>,
  { bytes, mimeType }: Picture,
): Promise<void> => {
  const createdAt = new Date(clock.now())
  const encrypted = encryptFile(bytes)
  const row = { id, userId, name, mimeType, size: bytes.length, key: encrypted.key, createdAt }
  await orIfTaken(
    db.transaction(async (tx) => {
      const [owner] = await tx
        .select({ blockedAt: users.blockedAt })
        .from(users)
        .where(eq(users.id, userId))
      if (owner === undefined) {
        throw new ApiError('upload_expired', 'The account of this upload is deleted.')
      }
      if (owner.blockedAt !== null) throw accountBlocked()
      await tx.insert(files).values(row)
      await tx.insert(fileBytes).values({ fileId: id, bytes: encrypted.bytes })
      await makeRoom(tx, userId, createdAt.getTime())
    }),
    (constraint, error) => {
      throw constraint === 'files_pkey'
        ? new ApiError('upload_used', 'The upload policy has been used: ask for a new one.')
        : error
    },
  )
}

/** Where a file is found on this server, for those who know its id. */
export const filePath = (id: string): string => `/files/${id}`

const noFile = () => new ApiError('file_not_found', 'No such file.')

/** What is known of a file by its id, to anyone who knows it, without reading its bytes. Rejects with 404. */
export const findFile = async ({ db }: Pick<Context, 'db'>, id: string) => {
  const [found] = isUuid(id)
    ? await db
        .select({ userId: files.userId, mimeType: files.mimeType, size: files.size })
        .from(files)
        .where(eq(files.id, id))
    : []
  if (found === undefined) throw noFile()
  return found
}

/** A file by its id, to anyone who knows it. Rejects with 404. */
export const loadFile = async ({ db }: Pick<Context, 'db'>, id: string) => {
  const [found] = isUuid(id)
    ? await db
        .select()
        .from(files)
        .innerJoin(fileBytes, eq(fileBytes.fileId, files.id))
        .where(eq(files.id, id))
    : []
  if (found === undefined) throw noFile()
  const { key, ...file } = found.files
  return { ...file, bytes: decryptFile({ key, bytes: found.file_bytes.bytes }) }
}
