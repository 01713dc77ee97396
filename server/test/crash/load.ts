import { ConnectionCut, type HttpClient } from '../kit/http-client'
import { linkNewAccount, rename, type CodeOf } from './account-writes'
import type { Ledger, LedgerSession } from './ledger'

/** Signs `person` in and writes down what the answer promised. Rejects when it is no success. */
export const signIn = async (
  client: HttpClient,
  ledger: Ledger,
  codeOf: CodeOf,
  person: string,
): Promise<LedgerSession> => {
  ledger.seen.add(person)
  const { status, body } = await client.call('POST', '/hserve/v2.5/idp/wechat/silent-login/', {
    body: { code: codeOf(person), create_user: true },
  })
  if (status !== 201) {
    throw new Error(`${person} cannot sign in: ${status} ${String(body['error_msg'])}`)
  }
  const { id } = body['user_info'] as { id: number }
  const known = ledger.users.get(person)
  if (known !== undefined && known !== id) {
    throw new Error(`${person} had account ${known} and was signed in to ${id}`)
  }
  const session = { person, userId: id, token: String(body['token']), state: 'live' } as const
  ledger.users.set(person, id)
  ledger.sessions.set(session.token, session)
  ledger.acknowledged += 1
  return session
}

const signOut = async (client: HttpClient, ledger: Ledger, session: LedgerSession) => {
  const mark = (state: LedgerSession['state']) =>
    ledger.sessions.set(session.token, { ...session, state })
  mark('ending')
  const { status } = await client.call('POST', '/hserve/v2.0/session/destroy/', {
    token: session.token,
    body: {},
  })
  if (status !== 201) throw new Error(`a live session could not be ended: ${status}`)
  mark('ended')
  ledger.acknowledged += 1
}

const throwUnlessCut = (error: unknown): 'cut' => {
  if (error instanceof ConnectionCut) return 'cut'
  throw error
}

/** Keeps writing for one chain of people until the connection breaks; `onWrite` receives each acknowledged write. */
export const writeUntilCut = async (
  client: HttpClient,
  ledger: Ledger,
  codeOf: CodeOf,
  name: string,
  onWrite: () => void,
): Promise<void> => {
  for (let i = 0; ; i += 1) {
    // Two sign-ins per person: the first creates, the second finds. Every other one renames the account, every third
    // session is ended, and every sixth time someone links WeChat to an account that began with a password.
    const session = await signIn(client, ledger, codeOf, `${name}-${i >> 1}`).catch(throwUnlessCut)
    if (session === 'cut') return
    onWrite()
    const acts = [
      ...(i % 2 === 1 ? [() => rename(client, ledger, session, `${name}-${i}`)] : []),
      ...(i % 3 === 0 ? [() => signOut(client, ledger, session)] : []),
      ...(i % 6 === 1 ? [() => linkNewAccount(client, ledger, codeOf, `${name}-${i}-linked`)] : []),
    ]
    for (const act of acts) {
      if ((await act().catch(throwUnlessCut)) === 'cut') return
      onWrite()
    }
  }
}
