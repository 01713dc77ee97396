import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Send } from '../baas/client'
import { logout } from '../baas/logout'
import { silentLogin } from '../baas/silent-login'
import { sessionAfterFailure } from './failure'
import { createFlights } from './flights'
import { forgetMember, loadMember, saveMember, type Storage } from './record'
import type { Session } from './session'

/** Everything the session machine needs from outside. */
export interface AuthPorts {
  send: Send
  storage: Storage
  /** Milliseconds since 1970, as the phone believes. */
  now: () => number
  /** wx.login: a fresh code; rejects where there is no WeChat or it refuses. */
  loginCode: () => Promise<string>
  /** `create_user` of the launch login. */
  createUserOnLaunch: boolean
}

export interface Auth {
  store: StoreApi<{ session: Session }>
  /** Signs in at launch: from storage without a request, else silently. Never rejects. */
  launch(): Promise<Session>
  /** Settles when the launch attempt has an outcome, whatever it is. */
  ready(): Promise<Session>
  /** Tries the launch login again, after it left a guest. Never rejects. */
  retry(): Promise<Session>
  /** Signs in with WeChat and opens an account when there is none. Never rejects. */
  continueWithWechat(): Promise<Session>
  /** Forgets the session on this phone at once, and ends it on the server. */
  signOut(): Promise<void>
}

const EXPIRY_MARGIN_MS = 30_000

/** The session machine (DESIGN 4): one store, changed only by the actions beside it. */
export function createAuth(ports: AuthPorts): Auth {
  const store = createStore<{ session: Session }>(() => ({ session: { tag: 'booting' } }))
  const fly = createFlights<Session>()
  // An answer that belongs to an older identity than this is dropped.
  let epoch = 0
  let settleReady: (session: Session) => void
  const launched = new Promise<Session>((resolve) => {
    settleReady = resolve
  })

  const enter = (session: Session): Session => {
    store.setState({ session })
    return session
  }

  const signInSilently = (createUser: boolean, why: 'launch' | 'retry' | 'user') =>
    fly(`silent:createUser=${createUser}`, async () => {
      const startedIn = epoch
      enter({ tag: 'signingIn', why })
      const outcome = await attempt(createUser)
      if (startedIn !== epoch) return store.getState().session
      if (outcome.tag === 'member') saveMember(ports.storage, outcome)
      return enter(outcome)
    })

  const attempt = async (createUser: boolean): Promise<Session> => {
    try {
      const code = await ports.loginCode()
      const { token, expiresInSeconds, user } = await silentLogin(ports.send, { code, createUser })
      const expiresAtMs = ports.now() + expiresInSeconds * 1_000 - EXPIRY_MARGIN_MS
      return { tag: 'member', user, token, expiresAtMs }
    } catch (error) {
      return sessionAfterFailure(error)
    }
  }

  return {
    store,
    ready: () => launched,
    async launch() {
      const stored = loadMember(ports.storage, ports.now())
      const session = stored
        ? enter(stored)
        : await signInSilently(ports.createUserOnLaunch, 'launch')
      settleReady(session)
      return session
    },
    retry: () => signInSilently(ports.createUserOnLaunch, 'retry'),
    continueWithWechat: () => signInSilently(true, 'user'),
    async signOut() {
      const { session } = store.getState()
      epoch += 1
      forgetMember(ports.storage)
      enter({ tag: 'guest', reason: 'signedOut' })
      // The phone has forgotten the token either way; the server's copy expires by itself.
      if (session.tag === 'member') await logout(ports.send, session.token).catch(() => undefined)
    },
  }
}
