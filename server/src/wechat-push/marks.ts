import { eq } from 'drizzle-orm'
import type { Context } from '../context'
import { spentCodes } from '../db/schema'
import { hashToken } from '../sessions/token'

type Noting = Pick<Context, 'db' | 'clock'>

const hashOf = (mark: string): string => hashToken(`push:${mark}`)

/** Whether a push of this mark has been received. */
export const isConsumed = async ({ db }: Noting, mark: string): Promise<boolean> =>
  (await db.$count(spentCodes, eq(spentCodes.codeHash, hashOf(mark)))) > 0

/** Notes that a push of this mark has been received: another one that bears it does nothing. */
export const consumeMark = async ({ db, clock }: Noting, mark: string): Promise<void> => {
  await db
    .insert(spentCodes)
    .values({ codeHash: hashOf(mark), spentAt: new Date(clock.now()) })
    .onConflictDoNothing()
}
