import { createSdkSession } from '../../../src/compat/wx-baas/sdk-session'
import assert from 'node:assert/strict'
import { createAuth, type Auth } from '../../../src/auth/auth'
import { loadSession } from '../../../src/auth/stored-session'
import { createSend } from '../../../src/baas/send'
import type { HttpRequest, HttpResponse } from '../../../src/baas/transport'
import { scriptedTransport } from '../fake-backend'
import { fakeClock } from '../fake-clock'
import { memorySdkStorage, memoryStorage } from '../memory-storage'
import { modelServer, type Asked } from './server'

const DESTROY = '/session/destroy/'

/** Runs promise callbacks until none can be left: far more rounds than the longest chain has links. */
export const flush = async (): Promise<void> => {
  for (let round = 0; round < 80; round += 1) await Promise.resolve()
}

/** One phone in the model: the real machine over a scripted network, and everything we hold against it. */
export class Phone {
  readonly server = modelServer()
  clock = fakeClock()
  private readonly entries = new Map<string, unknown>()
  private readonly sdkEntries = new Map<string, unknown>()
  private readonly promises: Array<{ name: string; settled: boolean }> = []
  private network = scriptedTransport()
  private heard = { show: () => {}, online: () => {}, storage: () => {} }
  auth: Auth = this.install()
  /** Since the person signed out, or was signed out on purpose, and asked for nothing else. */
  private isSignedOut = false
  /** Whether the device must remember that, also over relaunches: until somebody has signed in. */
  private remembersEnd = false
  private pendingAsks = 0
  /** What somebody asked for in this run of the app, in order; the member came of one of them. */
  private readonly asks: Asked[] = []
  private memberAsk = -1
  private memberId: number | null = null
  private token: string | undefined
  /** Tokens of identities that are over, also where the same person signed in again. */
  private readonly retired = new Set<string>()
  /** Changes with every token and every sign-out: intents share a flight only within one. */
  private generation = 0
  private readonly intents = new Map<HttpRequest, string>()
  /** What was wrong where the machine would have caught an exception; told by the next check. */
  private readonly violations: string[] = []

  /** The app is killed and opened again: memory is lost, storage stays. */
  relaunch(): void {
    this.network = scriptedTransport()
    // Timers die with their app; the hour does not.
    this.clock = fakeClock(this.clock.now())
    this.promises.length = 0
    this.intents.clear()
    this.asks.length = 0
    this.memberAsk = -1
    this.pendingAsks = 0
    this.isSignedOut = this.remembersEnd
    this.memberId = null
    this.auth = this.install()
  }

  wants(asked: Asked, act: (auth: Auth) => Promise<unknown>): void {
    if (asked !== 'nobody') this.isSignedOut = false
    this.asks.push(asked)
    const { auth } = this
    const work = act(auth)
    this.pendingAsks += 1
    const done = () => {
      if (auth === this.auth) this.pendingAsks -= 1
    }
    work.then(done, done)
    this.track(asked, work)
  }

  calls(as: 'member' | 'anyone'): void {
    const { auth } = this
    const call = auth.request({ method: 'GET', path: `/hserve/v1/${as}/`, as }).then(({ body }) => {
      const { of } = body as { of?: number }
      if (of !== auth.current()?.user.id && as === 'member') {
        this.violations.push("somebody else's answer was handed out")
      }
    })
    this.track(as, call)
  }

  /** Another tab of the same browser signs somebody in, or out. */
  otherTab(name: 'ann' | 'ben' | 'nobody'): void {
    if (name === 'nobody') {
      this.entries.set('session', { ended: 'signedOut' })
      this.sdkEntries.clear()
      this.remembersEnd = true
      // What the person is asking for in this tab goes on.
      if (this.pendingAsks === 0) this.isSignedOut = true
    } else {
      this.entries.set('session', this.server.signInElsewhere(name, this.clock.now()))
      this.isSignedOut = this.remembersEnd = false
      this.asks.push(name)
    }
    this.heard.storage()
  }

  signsOut(): void {
    this.isSignedOut = this.remembersEnd = true
    this.generation += 1
    this.track('signOut', this.auth.signOut())
    assert.equal(this.auth.current(), undefined)
    assert.deepEqual(this.auth.view.getState().session, { tag: 'guest', reason: 'signedOut' })
  }

  comesBack = () => this.heard.show()
  goesOnline = () => this.heard.online()
  waiting = () => this.network.waiting.length

  settleRequest(index: number, how: (request: HttpRequest) => HttpResponse | Error): void {
    const [waiting] = this.network.waiting.splice(index % this.network.waiting.length, 1)
    if (waiting === undefined) return
    this.intents.delete(waiting.request)
    const outcome = how(waiting.request)
    if (outcome instanceof Error) waiting.fail(outcome)
    else waiting.answer(outcome)
  }

  /** Answers every waiting call of one path, honestly; returns how many. */
  answerCalls(path: string): number {
    const before = this.waiting()
    for (let index = this.waiting() - 1; index >= 0; index -= 1) {
      if (this.network.waiting[index]?.request.url.endsWith(path)) {
        this.settleRequest(index, this.server.answer)
      }
    }
    return before - this.waiting()
  }

  /** What is on the device, as it is written. */
  device = () => JSON.stringify([...this.entries])

  /** Whether a call made now presents a token that the server still takes. */
  isLive(): boolean {
    const { expiresAtSeconds = 0 } = this.auth.current() ?? {}
    const isUnexpired = expiresAtSeconds * 1_000 > this.clock.now()
    return isUnexpired && this.server.isLive(this.stored()?.token ?? '')
  }

  private stored() {
    const stored = loadSession(memoryStorage(this.entries))
    return typeof stored === 'object' ? stored : undefined
  }

  /** What must hold after every step. */
  checkStep(): void {
    assert.deepEqual(this.violations, [])
    const current = this.auth.current()?.user.id ?? null
    if (this.isSignedOut) assert.equal(current, null, 'somebody was resurrected')
    if (current !== null) this.remembersEnd = false
    const { session } = this.auth.view.getState()
    if (session.tag === 'guest' && session.reason === 'endedElsewhere') {
      this.remembersEnd = true
      if (this.pendingAsks === 0) this.isSignedOut = true
    }
    const token = this.stored()?.token
    if (token !== this.token) this.generation += 1
    if (current !== this.memberId && this.memberId !== null && this.token !== undefined) {
      this.retired.add(this.token)
    }
    this.token = token
    if (current === this.memberId) return
    if (current !== null) {
      const ask = this.asks.findIndex(
        (asked, index) => index > this.memberAsk && this.server.opens(asked, current),
      )
      const isBehindTheBack = this.memberId !== null && ask < 0
      assert.ok(!isBehindTheBack, 'a session turned into another that nobody asked for since')
      // The machine itself may have signed in whom this WeChat opens, as at launch: that used up no ask.
      const mayBeUnasked = this.memberId === null && this.server.opens('wechat', current)
      if (!mayBeUnasked) this.memberAsk = Math.max(ask, this.memberAsk)
    }
    this.memberId = current
  }

  /** What must hold once nothing is left to happen, though the network `never` answers again. */
  async checkRest(network: 'answers' | 'never'): Promise<void> {
    for (let round = 0; round < 40; round += 1) {
      while (network === 'answers' && this.waiting() > 0) {
        this.settleRequest(0, this.server.answer)
        await flush()
      }
      this.clock.advance(1_000)
      await flush()
    }
    this.checkStep()
    const hanging = this.promises.filter(({ settled }) => !settled).map(({ name }) => name)
    assert.deepEqual(hanging, [], 'these never settled')
    const inMemory = this.auth.current()?.user.id
    assert.equal(this.stored()?.user.id, inMemory, 'storage disagrees')
    const sdkToken = this.sdkEntries.get('ifx_baas_auth_token')
    const token = this.stored()?.token
    assert.equal(sdkToken, token, "minapp-sdk's keys disagree")
    assert.notEqual(this.auth.view.getState().session.tag, 'signingIn')
  }

  private track(name: string, promise: Promise<unknown>): void {
    const entry = { name, settled: false }
    this.promises.push(entry)
    const done = () => void (entry.settled = true)
    promise.then(done, done)
  }

  private install(): Auth {
    const { clock } = this
    const network = this.network
    const auth = createAuth({
      send: createSend({
        host: 'https://baas.invalid',
        clientId: 'model',
        platform: 'WECHAT',
        clock,
        transport: (request) => {
          this.checkRequest(request, auth)
          const exchange = network.transport(request)
          const abort = () => {
            this.intents.delete(request)
            exchange.abort()
          }
          return { ...exchange, abort }
        },
      }),
      storage: memoryStorage(this.entries),
      sdkSession: createSdkSession(memorySdkStorage(this.sdkEntries)),
      clock,
      wechat: { loginCode: async () => 'code', libVersion: () => '3.8.12' },
      lifecycle: {
        onShow: (listener) => void (this.heard.show = listener),
        onOnline: (listener) => void (this.heard.online = listener),
        onStorage: (listener) => void (this.heard.storage = listener),
      },
      columns: [],
      upload: () => {
        throw new Error('Nothing is uploaded here.')
      },
      launchCredentials: { by: 'wechat', createUser: false, withUnionID: false },
    })
    this.track('launch', auth.launch())
    return auth
  }

  private checkRequest(request: HttpRequest, auth: Auth): void {
    const token = request.headers['Authorization']?.replace('Hydrogen-r1 ', '')
    if (token !== undefined && !request.url.endsWith(DESTROY)) {
      const isOwn = this.server.ownerOf(token) === auth.current()?.user.id
      if (!isOwn || this.retired.has(token))
        this.violations.push('a token of an old identity was sent')
    }
    const isSignIn = request.url.endsWith('login/') || request.url.endsWith('/login/username/')
    if (!isSignIn) return
    const intent = `${this.generation} ${request.url} ${JSON.stringify(request.body)}`
    const alike = [...this.intents.values()].filter((other) => other === intent).length
    // On the wire a renewal and a retry look the same, and are two intents.
    if (alike >= (request.body?.['create_user'] === false ? 2 : 1)) {
      this.violations.push(`two flights for one intent: ${intent}`)
    }
    this.intents.set(request, intent)
  }
}
