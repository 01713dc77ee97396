import type { StoreApi } from 'zustand/vanilla'
import type { Proof } from '../baas/proof'
import { reauthenticate } from '../baas/reauthentication'
import type { Send } from '../baas/send'
import type { SessionKeeper } from '../baas/session-keeper'
import type { User } from '../baas/user'
import type { Wechat } from '../baas/wechat'
import { createGate } from './gate'
import { createQuestion, type Question } from './question'
import { createKeeper, type AuthView, type KeeperPorts } from './keeper'
import { linkWechat } from './link-wechat'
import { patient } from './patient'
import { createRenewal } from './renewal'
import { restore } from './restore'
import { createRevocations } from './revocations'
import type { Session, Why } from './session'
import { createSignIns, type SignIns } from './sign-in'
import { createWatch } from './watch'

/** When the app comes back; each listener is told every time, for as long as the app lives. */
export interface Lifecycle {
  onShow(listener: () => void): void
  onOnline(listener: () => void): void
}

/** Everything the session machine needs from outside. */
export interface AuthPorts extends KeeperPorts {
  send: Send
  wechat: Wechat
  lifecycle: Lifecycle
  /** How a launch without a stored session signs in; undefined where no WeChat can vouch for anybody. */
  launchProof: Extract<Proof, { by: 'wechat' }> | undefined
}

/** The session machine: one store, and everything that may change it. */
export interface Auth extends SessionKeeper {
  view: StoreApi<AuthView>
  /** From storage without a request, else by the launch proof. Never rejects; a second call joins the first. */
  launch(): Promise<Session>
  /** Settles when the launch attempt has an outcome, whatever it is. */
  ready(): Promise<Session>
  /** Tries the launch proof again. Never rejects. */
  retry(): Promise<Session>
  /**
   * Links this WeChat to an account: the one this proof opens, else the one signed in. Spends the ticket
   * of the unlinked state when there is one. Rejects with BaasError; 400 or 409 when a side is taken.
   */
  link(proof?: Proof): Promise<User>
  /** Makes a call in the session: see gate.ts. */
  request: Send
  wechat: Wechat
  /** Asks for credentials of the member again: a sheet answers with the token of a re-authentication. */
  confirmation: Question<string>
  /** Whether WeChat sign-ins and links of this project go by unionid, too. */
  withUnionID: boolean
}

/** Builds the machine on its ports. Nothing happens before launch(). */
export function createAuth(ports: AuthPorts): Auth {
  const { send, clock, launchProof, lifecycle } = ports
  const keeper = createKeeper(ports)
  const wechat = patient(ports.wechat, clock)
  const revocations = createRevocations(send)
  const withUnionID = launchProof?.withUnionID ?? false
  const parts = { keeper, send, wechat, clock, revocations, withUnionID }

  const signIns = createSignIns(parts)
  const renew = createRenewal(parts)
  const session = () => keeper.view.getState().session
  const silently = async (signIn: SignIns['signIn'], why: Why) => {
    if (launchProof !== undefined) await signIn(launchProof, why).catch(() => undefined)
  }

  let launched: Promise<Session> | undefined
  let announceReady: (session: Session) => void
  const ready = new Promise<Session>((resolve) => {
    announceReady = resolve
  })
  const confirmation = createQuestion<string>()
  const confirm = async () =>
    launchProof !== undefined && keeper.record()?.user.openid
      ? reauthenticate(request, { code: await wechat.loginCode() })
      : confirmation.ask()
  const request: Send = createGate({ ...parts, ready: () => ready, renew, reauthenticate: confirm })
  const watch = createWatch({
    ...parts,
    request,
    renew,
    retry: () => silently(signIns.signInUnasked, 'retry'),
  })

  const launch = async () => {
    lifecycle.onShow(() => void watch.resumed())
    lifecycle.onOnline(() => void watch.online())
    await restore(ports, keeper)
    const { tag } = keeper.known()
    if (tag === 'booting') await silently(signIns.signInUnasked, 'launch')
    if (keeper.known().tag === 'booting') keeper.unidentify({ tag: 'guest', reason: 'signedOut' })
    announceReady(session())
    if (tag === 'member') void watch.launched()
    return session()
  }

  const signIn = (proof: Proof) => signIns.signIn(proof, 'user')

  return {
    view: keeper.view,
    request,
    wechat,
    confirmation,
    withUnionID,
    launch: () => (launched ??= launch()),
    ready: () => ready,
    async retry() {
      await silently(signIns.signIn, 'retry')
      return session()
    },
    signIn,
    link: (proof) => linkWechat({ ...parts, request, signIn }, proof),
    learn: keeper.learn,
    current() {
      const record = keeper.record()
      if (record === undefined) return undefined
      return { user: record.user, expiresAtSeconds: Math.floor(record.expiresAtMs / 1_000) }
    },
    async signOut() {
      const token = keeper.token()
      signIns.overtake()
      keeper.forget()
      keeper.unidentify({ tag: 'guest', reason: 'signedOut' })
      if (token !== undefined) await revocations.revoke(token)
    },
  }
}
