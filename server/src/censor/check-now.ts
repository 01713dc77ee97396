import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Context } from '../context'
import type { Picture } from '../files/picture'
import { filePath, storeFile } from '../files/store'
import type { Report } from './make-check'
import { beginImageCheck, dropJudgedFile, readImageCheck, type Verdict } from './image-checks'

const LOOKS = 16
const BETWEEN_LOOKS_MS = 250

const awaitVerdict = async (
  context: Context,
  id: string,
  userId: number,
  pause: (ms: number) => Promise<void>,
): Promise<Verdict> => {
  for (let looks = 0; looks < LOOKS; looks++) {
    const { verdict } = await readImageCheck(context, id, userId)
    if (verdict !== 'pending') return verdict
    await pause(BETWEEN_LOOKS_MS)
  }
  return 'pending'
}

/** How `checkNow` waits, and whom it notifies that WeChat refuses to judge at all. */
interface Waiting {
  readonly pause?: (ms: number) => Promise<void>
  readonly report?: Report
}

/**
 * Has a picture judged that no one keeps. WeChat judges later and by push only, which any process of ours may get,
 * so this looks for the verdict for four seconds; `pending` when it has not come. Where pushes are not set up it
 * never comes, and nothing is waited for; `review` when WeChat could not be asked. WeChat fetches the picture from
 * `addressOf` its path.
 */
export const checkNow = async (
  context: Context,
  picture: Picture,
  { userId, openid }: { readonly userId: number; readonly openid: string | null },
  addressOf: (path: string) => string,
  { pause = wait, report = () => undefined }: Waiting = {},
): Promise<Verdict> => {
  if (context.settings.push.kind === 'off') return 'pending'
  const id = randomUUID()
  await storeFile(context, { id, userId, name: '' }, picture)
  const url = addressOf(filePath(id))
  try {
    await beginImageCheck(context, { id, userId, openid, url }, report)
  } catch (error) {
    await dropJudgedFile(context, id)
    throw error
  }
  const verdict = await awaitVerdict(context, id, userId, pause)
  // The push drops it too, but not if it was faster than our note of the check.
  if (verdict !== 'pending') await dropJudgedFile(context, id)
  return verdict
}
