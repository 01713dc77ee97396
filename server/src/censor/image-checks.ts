import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../context'
import { files, imageChecks } from '../db/schema-files'
import { ApiError } from '../errors'
import { isUuid } from '../ids'
import { makeCheck, type Check, type Report } from './make-check'

/** How WeChat judges a picture; pending until its push has come. */
export type Verdict = (typeof imageChecks.$inferSelect)['verdict']

/** What WeChat thinks of a picture; `review` also stands for what it could not decide. */
export type MediaVerdict = Exclude<Verdict, 'pending'>

/** A check that was asked for. */
export interface ImageCheck {
  readonly id: string
  readonly verdict: Verdict
}

/** What a check is about: the picture at `url`, for the person of this openid; null when WeChat knows none. */
interface AskedCheck {
  readonly id: string
  readonly userId: number
  readonly openid: string | null
  readonly url: string
}

/**
 * Asks WeChat to check a picture (mediaCheckAsync 2.0) and remembers for whom, under `id`. The push may be faster than
 * this; then its verdict is already here. When WeChat cannot be asked, the verdict is `review`: nothing is known.
 */
export const beginImageCheck = async (
  { db, clock, wechat }: Pick<Context, 'db' | 'clock' | 'wechat'>,
  { id, userId, openid, url }: AskedCheck,
  report: Report = () => undefined,
): Promise<ImageCheck> => {
  const asked: Check<string> =
    openid === null
      ? { kind: 'unmade' }
      : await makeCheck(() => wechat.checkImage(url, openid), report)
  const begun =
    asked.kind === 'unmade'
      ? { traceId: `unmade:${id}`, verdict: 'review' as const }
      : { traceId: asked.answer, verdict: 'pending' as const }
  const [check] = await db
    .insert(imageChecks)
    .values({ id, userId, ...begun, createdAt: new Date(clock.now()) })
    .onConflictDoUpdate({ target: imageChecks.traceId, set: { id, userId } })
    .returning({ id: imageChecks.id, verdict: imageChecks.verdict })
  return check ?? { id, verdict: begun.verdict }
}

/** Forgets the picture of a check that has the picture's own id: it was sent to be judged, not to be kept. */
export const dropJudgedFile = async (
  { db }: Pick<Context, 'db'>,
  checkId: string,
): Promise<void> => {
  await db.delete(files).where(eq(files.id, checkId))
}

/** Keeps the verdict WeChat pushed for a trace. Doing it again changes nothing. */
export const settleImageCheck = async (
  context: Pick<Context, 'db' | 'clock'>,
  traceId: string,
  verdict: MediaVerdict,
): Promise<void> => {
  const createdAt = new Date(context.clock.now())
  const [check] = await context.db
    .insert(imageChecks)
    .values({ id: randomUUID(), traceId, verdict, createdAt })
    .onConflictDoUpdate({ target: imageChecks.traceId, set: { verdict } })
    .returning({ id: imageChecks.id })
  if (check !== undefined) await dropJudgedFile(context, check.id)
}

/** A check the user asked for. Rejects with 404 for another's, as for none. */
export const readImageCheck = async (
  { db }: Pick<Context, 'db'>,
  id: string,
  userId: number,
): Promise<ImageCheck> => {
  const isTheirs = and(eq(imageChecks.id, id), eq(imageChecks.userId, userId))
  const [check] = isUuid(id)
    ? await db
        .select({ id: imageChecks.id, verdict: imageChecks.verdict })
        .from(imageChecks)
        .where(isTheirs)
    : []
  if (check === undefined) throw new ApiError('check_not_found', 'You have no check of this id.')
  return check
}
