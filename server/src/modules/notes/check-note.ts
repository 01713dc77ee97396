import { makeCheck, type Report } from '../../censor/make-check'
import type { Context } from '../../context'
import { ApiError } from '../../errors'
import type { Limit } from '../../security/buckets'
import { consume } from '../../security/limits'
import type { Caller } from '../../sessions/authenticate'
import { noteError } from './errors'

/** Of one person: new and changed notes, deletions, shares. */
export const NOTE_WRITES: Limit = { kind: 'note/user', max: 60, windowMs: 30 * 60_000, form: 'id' }

/** Counts a write of the caller. Rejects with 403 for an anonymous user, with 429 beyond the limit. */
export const admitWrite = async (context: Context, { user }: Caller): Promise<void> => {
  if (user.isAnonymous) {
    throw new ApiError('anonymous_not_allowed', 'An anonymous user has no notes: register first.')
  }
  await consume(context, NOTE_WRITES, String(user.id))
}

/**
 * Rejects with 400 for a text that WeChat judges to break its rules. A check that cannot be made (no WeChat linked,
 * WeChat away) keeps no one from writing: the text is checked again when the note is shared.
 */
export const refuseRiskyText = async (
  { wechat: api }: Pick<Context, 'wechat'>,
  { wechat }: Caller,
  { title, body }: { readonly title: string; readonly body: string },
  report: Report,
): Promise<void> => {
  if (wechat === null) return
  const check = await makeCheck(() => api.isRiskyText(`${title}\n${body}`, wechat.openid), report)
  if (check.kind === 'made' && check.answer === true) {
    throw noteError('note_refused', 'WeChat judges this text to break its rules.')
  }
}
