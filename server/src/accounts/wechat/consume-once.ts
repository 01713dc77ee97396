import type { Database } from '../../db/database'
import { spentCodes } from '../../db/schema'

/**
 * Consumes a code or a ticket, known by its hash, inside the transaction that uses it, if there is one. Resolves to
 * whether it was not consumed before.
 */
export const consumeOnce = async (
  db: Pick<Database, 'insert'>,
  codeHash: string,
  nowMs: number,
): Promise<boolean> => {
  const consumed = await db
    .insert(spentCodes)
    .values({ codeHash, spentAt: new Date(nowMs) })
    .onConflictDoNothing()
    .returning({ codeHash: spentCodes.codeHash })
  return consumed.length > 0
}
