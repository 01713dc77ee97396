import type { StoreApi } from 'zustand/vanilla'
import type { Clock } from '../baas/clock'
import type { Credentials } from '../baas/credentials'
import type { Send } from '../baas/send'
import type { SessionToken } from '../baas/session-token'
import type { Upload } from '../baas/upload'
import type { User } from '../baas/user'
import type { Wechat } from '../baas/wechat'
import { withLoginTimeout } from '../baas/with-timeout'
import { createAuthorizedRequest } from './authorized-request'
import { createAutoRefresh } from './auto-refresh'
import { linkWechat } from './link-wechat'
import type { AuthPorts } from './ports'
import { createQuestion, type Question } from './question'
import { createReauthenticate } from './reauthenticate'
import { createRefresh, type Refresh } from './refresh'
import { createRenewal } from './renewal'
import { restore } from './restore'
import { createRevocations } from './revocations'
import type { Session, Why } from './session'
import { createSessionStore } from './session-store'
import type { AuthView } from './session-store.types'
import { createSignIns, type SignIns } from './sign-in'

/** The session machine: one store, and everything that may change it. */
export interface Auth {
  view: StoreApi<AuthView>
  /** From storage without a request, else by the launch credentials. Never rejects; a second call joins the first. */
  launch: () => Promise<Session>
  /** Settles when the launch attempt has an outcome, whatever it is. */
  ready: () => Promise<Session>
  /** Tries the launch credentials again, because the person asks for it. Never rejects. */
  retry: () => Promise<Session>
  /** Signs in and makes the outcome the current session. Rejects with BaasError. */
  signIn: (credentials: Credentials) => Promise<User>
  /**
   * Links this WeChat to an account: the one these credentials open, else the one signed in. Consumes the ticket
   * of the unlinked state when there is one. Rejects with BaasError; 400 or 409 when a side is taken.
   */
  link: (credentials?: Credentials) => Promise<User>
  /**
   * Forgets the session at once and ends it on the server when it can; no launch signs anyone in until the person
   * has done so. Never rejects.
   */
  signOut: () => Promise<void>
  /** Who is signed in, and until when in Unix seconds; undefined when no one is. */
  current: () => { readonly user: User; readonly expiresAtSeconds: number } | undefined
  /** Takes what an answer says about the current user; ignored when it is about another person. */
  learn: (user: User, token?: SessionToken) => void
  /** Fetches the member again: see refresh.ts. */
  refresh: Refresh
  /** Makes a call in the session: see authorized-request.ts. */
  request: Send
  upload: Upload
  clock: Clock
  wechat: Wechat
  /** Asks for credentials of the member again: a sheet answers with the token of a re-authentication. */
  reauthentication: Question<string>
  /** Whether WeChat sign-ins and links of this project go by unionid, too. */
  withUnionID: boolean
}

/** Builds the machine on its ports. Nothing happens before launch(). */
export const createAuth = (ports: AuthPorts): Auth => {
  const { send, upload, clock, launchCredentials, lifecycle } = ports
  const store = createSessionStore(ports)
  const wechat = withLoginTimeout(ports.wechat, clock)
  const revocations = createRevocations(send)
  const withUnionID = launchCredentials?.withUnionID ?? false
  const parts = { store, send, wechat, clock, revocations, withUnionID }

  const session = () => store.view.getState().session
  let launched: Promise<Session> | undefined
  let announceReady: (session: Session) => void
  const ready = new Promise<Session>((resolve) => {
    announceReady = resolve
  })
  const signIns = createSignIns(parts)
  const renew = createRenewal(parts)
  const reauthentication = createQuestion<string>()
  const hasWechat = launchCredentials !== undefined
  const request = createAuthorizedRequest({
    ...parts,
    ready: () => ready,
    renew,
    reauthenticate: createReauthenticate(parts, reauthentication, hasWechat),
  })
  const refresh = createRefresh(parts, request)

  const silently = async (signIn: SignIns['signIn'], why: Why) => {
    if (launchCredentials !== undefined) {
      await signIn(launchCredentials, why).catch(() => undefined)
    }
  }
  const signIn = (credentials: Credentials) => signIns.signIn(credentials, 'user')

  const autoRefresh = createAutoRefresh({
    ...parts,
    fetchMember: refresh,
    renew,
    retry: () => silently(signIns.signInUnasked, 'retry'),
  })
  const listen = () => {
    lifecycle.onShow(() => void autoRefresh.resumed())
    lifecycle.onOnline(() => void autoRefresh.online())
    lifecycle.onStorage(() => {
      const token = store.token()
      if (store.follow()) signIns.overtake()
      // What changed with the token, a number or an address, is not stored: it is asked for.
      else if (store.token() !== token) void refresh().catch(() => undefined)
    })
  }
  const launch = async () => {
    listen()
    await restore(ports, store)
    const { tag } = store.known()
    if (tag === 'booting') await silently(signIns.signInUnasked, 'launch')
    if (store.known().tag === 'booting') store.unidentify({ tag: 'guest', reason: 'signedOut' })
    announceReady(session())
    if (tag === 'member') void autoRefresh.launched()
    return session()
  }

  return {
    view: store.view,
    request,
    upload,
    clock,
    wechat,
    reauthentication,
    withUnionID,
    launch: () => (launched ??= launch()),
    ready: () => ready,
    async retry() {
      await silently(signIns.signIn, 'retry')
      return session()
    },
    signIn,
    link: (credentials) => linkWechat({ ...parts, request, signIn }, credentials),
    learn: (user, token) => void store.learn(user, { token }),
    refresh,
    current() {
      const record = store.record()
      if (record === undefined) return undefined
      return { user: record.user, expiresAtSeconds: Math.floor(record.expiresAtMs / 1_000) }
    },
    async signOut() {
      const token = store.token()
      signIns.overtake()
      store.end('signedOut')
      if (token !== undefined) await revocations.revoke(token)
    },
  }
}
