import type { HttpRequest, HttpResponse } from '../../../src/baas/transport'
import { answered, refused } from '../fake-backend'

/** Whom someone asked to be signed in as. */
export type Asked = 'wechat' | 'ann' | 'ben' | 'nobody'

interface Account {
  id: number
  /** Set once this phone's WeChat opens it. */
  openid: string | null
}

/** A backend with two password accounts and one WeChat, honest to the contract: the model's other side. */
export const modelServer = () => {
  const accounts = new Map<string, Account>([
    ['ann', { id: 1, openid: null }],
    ['ben', { id: 2, openid: null }],
  ])
  const sessions = new Map<string, Account>()
  /** Whose token it is, also after its session has ended. */
  const owners = new Map<string, number>()
  /** Tokens whose session was ended on purpose. */
  const ended = new Set<string>()
  let tokens = 0
  let nextId = 3

  const linked = () => [...accounts.values()].find(({ openid }) => openid !== null)

  const sessionFor = (account: Account): HttpResponse => {
    const token = `token-${++tokens}`
    sessions.set(token, account)
    owners.set(token, account.id)
    return answered(
      {
        ...account,
        user_id: account.id,
        nickname: '',
        token,
        expires_in: 3_600,
        user_info: account,
      },
      201,
    )
  }

  const silentLogin = (createUser: unknown): HttpResponse => {
    const known = linked()
    if (known !== undefined) return sessionFor(known)
    if (createUser !== true) {
      return refused(404, '', { link_ticket: 'ticket', link_ticket_expires_in: 600 })
    }
    const created = { id: nextId++, openid: 'this-wechat' }
    accounts.set(`wechat-${created.id}`, created)
    return sessionFor(created)
  }

  const answer = ({ url, headers, body = {} }: HttpRequest): HttpResponse => {
    const path = new URL(url).pathname
    const token = headers['Authorization']?.replace('Hydrogen-r1 ', '') ?? ''
    if (path.endsWith('/silent-login/')) return silentLogin(body['create_user'])
    if (path.endsWith('/login/username/')) {
      const account = accounts.get(String(body['username']))
      return account === undefined ? refused(400) : sessionFor(account)
    }
    const account = sessions.get(token)
    if (path.endsWith('/anyone/')) return answered({})
    if (account === undefined) {
      const code = ended.has(token) ? 'session_ended' : 'session_expired'
      return refused(401, '', { error_code: code })
    }
    if (path.endsWith('/session/destroy/')) {
      sessions.delete(token)
      return answered({ status: 'ok' }, 201)
    }
    if (path.endsWith('/user-associate/')) {
      if (linked() !== undefined) return refused(400, 'taken')
      account.openid = 'this-wechat'
      return answered({ status: 'ok', openid: account.openid, user_id: account.id })
    }
    return answered(
      path.includes('/user/info/') ? { ...account, nickname: 'fresh' } : { of: account.id },
    )
  }

  return {
    answer,
    /** Whether credentials of this kind open the account. */
    opens: (kind: Asked, id: number) =>
      kind === 'wechat' ? linked()?.id === id : accounts.get(kind)?.id === id,
    ownerOf: (token: string) => owners.get(token),
    isLive: (token: string) => sessions.has(token),
    /** The sessions are over, as after a restore of an old backup: no one ended them. */
    loseAllSessions: () => sessions.clear(),
    /** Someone ended the sessions on another device. */
    endAllSessions() {
      for (const token of sessions.keys()) ended.add(token)
      sessions.clear()
    },
    /** The record that another tab stores after it signed in. */
    signInElsewhere(name: 'ann' | 'ben', nowMs: number) {
      const account = accounts.get(name)
      if (account === undefined) throw new Error(`There is no account ${name}.`)
      const { token } = sessionFor(account).body as { token: string }
      const user = { ...account, nickname: '', avatar: '' }
      return { token, expiresAtMs: nowMs + 3_600_000, refreshedAtMs: nowMs, user }
    },
    /** Support moved this WeChat to another account, behind the app's back. */
    moveWechat(name: 'ann' | 'ben') {
      for (const account of accounts.values()) account.openid = null
      const account = accounts.get(name)
      if (account !== undefined) account.openid = 'this-wechat'
    },
  }
}
