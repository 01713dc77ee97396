import type { Account } from '../accounts/users/account'
import type { Context } from '../context'
import { pendingTextChecks } from '../db/schema-wechat'
import { makeCheck, type Report } from './make-check'

type Checking = Pick<Context, 'db' | 'clock' | 'wechat'>

const checkLater = async ({ db, clock }: Checking, userId: number): Promise<void> => {
  const asked = { askedAt: new Date(clock.now()), triedAt: null }
  await db
    .insert(pendingTextChecks)
    .values({ userId, ...asked })
    .onConflictDoUpdate({ target: pendingTextChecks.userId, set: asked })
}

/**
 * Whether a text that this account is about to save breaks WeChat's rules; null when that is not known. When
 * WeChat could not be asked, or there is no one it could be asked about, `recheckTexts` asks about the account's
 * nickname later.
 */
export const checkText = async (
  context: Checking,
  { user, wechat }: Account,
  content: string,
  report: Report,
): Promise<boolean | null> => {
  if (wechat !== null) {
    const check = await makeCheck(() => context.wechat.isRiskyText(content, wechat.openid), report)
    if (check.kind === 'made') return check.answer
  }
  await checkLater(context, user.id)
  return null
}
