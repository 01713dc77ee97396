import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../db/database'
import { rewritesDue } from '../db/schema'
import { fileBytes, files } from '../db/schema-files'
import { encryptFile } from '../files/cipher'

/**
 * Encrypts the files that were kept before files were encrypted, one by one; does nothing when there are none. What it
 * leaves behind of them in an embedded database goes when `finishScrub` runs.
 */
export const encryptOldFiles = async (db: Database): Promise<void> => {
  for (;;) {
    const [old] = await db
      .select({ id: files.id, bytes: fileBytes.bytes })
      .from(files)
      .innerJoin(fileBytes, eq(fileBytes.fileId, files.id))
      .where(isNull(files.key))
      .limit(1)
    if (old === undefined) return
    const { key, bytes } = encryptFile(old.bytes)
    await db.transaction(async (tx) => {
      // Another process that starts at this moment may be first.
      const mine = await tx
        .update(files)
        .set({ key })
        .where(and(eq(files.id, old.id), isNull(files.key)))
        .returning({ id: files.id })
      if (mine.length === 0) return
      await tx.update(fileBytes).set({ bytes }).where(eq(fileBytes.fileId, old.id))
      await tx.insert(rewritesDue).values({ tableName: 'file_bytes' }).onConflictDoNothing()
    })
  }
}
