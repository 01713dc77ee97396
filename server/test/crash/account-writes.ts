import type { HttpClient, JsonAnswer } from '../kit/http-client'
import type { Ledger, LedgerSession } from './ledger'

/** Returns a fresh wx.login code of this person. */
export type CodeOf = (person: string) => string

const acknowledgedAs = (status: number, answer: JsonAnswer, what: string) => {
  if (answer.status !== status) {
    throw new Error(`${what} failed: ${answer.status} ${String(answer.body['error_msg'])}`)
  }
}

/** Sets a nickname on the account of this session, and the same text in a second field: both are there or neither. */
export const rename = async (
  client: HttpClient,
  ledger: Ledger,
  { userId, token }: LedgerSession,
  nickname: string,
): Promise<void> => {
  const before = ledger.nicknames.get(userId) ?? ['']
  ledger.nicknames.set(userId, [...before, nickname])
  const answer = await client.call('PUT', '/hserve/v2.5/user/info/', {
    token,
    body: { nickname, city: nickname },
  })
  acknowledgedAs(200, answer, 'a rename')
  ledger.nicknames.set(userId, [nickname])
  ledger.acknowledged += 1
}

/**
 * Registers an account with a password and links `person` to it. From the acknowledged link on the person's own
 * sign-in has to lead to that account, and the session of before is dead.
 */
export const linkNewAccount = async (
  client: HttpClient,
  ledger: Ledger,
  codeOf: CodeOf,
  person: string,
): Promise<void> => {
  const registered = await client.call('POST', '/hserve/v2.1/register/username/', {
    body: { username: person, password: 'correct horse battery' },
  })
  acknowledgedAs(201, registered, 'a registration')
  const first = { person, userId: Number(registered.body['user_id']) }
  const old = { ...first, token: String(registered.body['token']) }
  const mark = (session: Omit<LedgerSession, 'state'>, state: LedgerSession['state']) =>
    ledger.sessions.set(session.token, { ...session, state })
  mark(old, 'ending')

  const linked = await client.call('POST', '/hserve/v2.4/idp/wechat/user-associate/', {
    token: old.token,
    body: { code: codeOf(person) },
  })
  acknowledgedAs(200, linked, 'a link')
  ledger.users.set(person, first.userId)
  ledger.seen.add(person)
  mark(old, 'ended')
  mark({ ...first, token: String(linked.body['token']) }, 'live')
  ledger.acknowledged += 1
}
