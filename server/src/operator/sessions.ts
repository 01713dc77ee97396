import type { Account } from '../accounts/users/account'
import { ApiError } from '../errors'
import { endSessions, listSessions } from '../sessions/list'
import type { Operator } from './operator'
import { Refusal } from './refusal'
import type { ReportRecord } from './report'

const moment = (seconds: number) => new Date(seconds * 1000)

/** Where an account is signed in, the newest session first. */
export const sessionsOf = async (
  { context }: Operator,
  { user }: Account,
): Promise<ReportRecord[]> => {
  const live = await listSessions(context, { user, sessionId: null })
  return live.map(({ id, login_method, ip_address, user_agent, created_at, expires_at }) => ({
    id,
    login_method,
    created_at: moment(created_at),
    expires_at: moment(expires_at),
    ip_address,
    user_agent,
  }))
}

/** Ends the session of this id, or with null all of the account. Rejects with a `Refusal` for an id it does not have. */
export const endSessionsOf = async (
  { context, name }: Operator,
  { user }: Account,
  id: string | null,
): Promise<ReportRecord> => {
  const which = id === null ? 'all' : { id }
  const ended = await endSessions(context, { user, sessionId: null }, which, '', name).catch(
    (error: unknown) => {
      throw error instanceof ApiError
        ? new Refusal('The account has no session of this id.')
        : error
    },
  )
  return { id: user.id, result: 'ended sessions', ended }
}
