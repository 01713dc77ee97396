import assert from 'node:assert/strict'
import type { Auth } from '../../../src/auth/auth'
import { loadSession } from '../../../src/auth/stored-session'
import type { HttpRequest, HttpResponse } from '../../../src/baas/transport'
import { scriptedTransport } from '../fake-backend'
import { fakeClock } from '../fake-clock'
import { memoryStorage } from '../memory-storage'
import { Asks } from './asks'
import { flush } from './flush'
import { makeModelAuth } from './model-auth'
import { SentRequests } from './sent-requests'
import { TrackedPromises } from './tracked-promises'
import { modelServer, type Asked } from './server'

/** One phone in the model: the real machine over a scripted network, and everything we hold against it. */
export class Phone {
  readonly server = modelServer()
  clock = fakeClock()
  private readonly entries = new Map<string, unknown>()
  private readonly sdkEntries = new Map<string, unknown>()
  private readonly promises = new TrackedPromises()
  private readonly sent = new SentRequests()
  private network = scriptedTransport()
  private heard = { show: () => {}, online: () => {}, storage: () => {} }
  auth: Auth = this.install()
  /** Since the person signed out, or was signed out on purpose, and asked for nothing else. */
  private isSignedOut = false
  /** Whether the device must remember that, also over relaunches: until someone has signed in. */
  private remembersEnd = false
  private pendingAsks = 0
  private readonly asks = new Asks()
  private memberId: number | null = null
  private token: string | undefined

  /** The app is killed and opened again: memory is lost, storage stays. */
  relaunch(): void {
    this.network = scriptedTransport()
    // Timers die with their app; the hour does not.
    this.clock = fakeClock(this.clock.now())
    this.promises.forgetAll()
    this.sent.forgetAll()
    this.asks.forgetAll()
    this.pendingAsks = 0
    this.isSignedOut = this.remembersEnd
    this.memberId = null
    this.auth = this.install()
  }

  wants(asked: Asked, act: (auth: Auth) => Promise<unknown>): void {
    if (asked !== 'nobody') this.isSignedOut = false
    this.asks.add(asked)
    const { auth } = this
    const work = act(auth)
    this.pendingAsks += 1
    const done = () => {
      if (auth === this.auth) this.pendingAsks -= 1
    }
    work.then(done, done)
    this.promises.track(asked, work)
  }

  calls(as: 'member' | 'anyone'): void {
    const { auth } = this
    const call = auth.request({ method: 'GET', path: `/hserve/v1/${as}/`, as }).then(({ body }) => {
      const { of } = body as { of?: number }
      if (of !== auth.current()?.user.id && as === 'member') {
        this.sent.violations.push("somebody else's answer was handed out")
      }
    })
    this.promises.track(as, call)
  }

  /** Another tab of the same browser signs someone in, or out. */
  otherTab(name: 'ann' | 'ben' | 'nobody'): void {
    if (name === 'nobody') {
      this.entries.set('session', { ended: 'signedOut' })
      this.sdkEntries.clear()
      this.remembersEnd = true
      // What the person is asking for in this tab goes on. A sign-in that runs unasked has no other tab: only
      // mini-programs have those, and only browsers have tabs.
      if (this.auth.view.getState().session.tag !== 'signingIn') this.isSignedOut = true
    } else {
      this.entries.set('session', this.server.signInElsewhere(name, this.clock.now()))
      this.isSignedOut = this.remembersEnd = false
      this.asks.add(name)
    }
    this.heard.storage()
  }

  signsOut(): void {
    this.isSignedOut = this.remembersEnd = true
    this.sent.beginGeneration()
    this.promises.track('signOut', this.auth.signOut())
    assert.equal(this.auth.current(), undefined)
    assert.deepEqual(this.auth.view.getState().session, { tag: 'guest', reason: 'signedOut' })
  }

  comesBack = () => this.heard.show()
  goesOnline = () => this.heard.online()
  waiting = () => this.network.waiting.length

  settleRequest(index: number, how: (request: HttpRequest) => HttpResponse | Error): void {
    const [waiting] = this.network.waiting.splice(index % this.network.waiting.length, 1)
    if (waiting === undefined) return
    this.sent.forget(waiting.request)
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
    return stored.tag === 'session' ? stored.record : undefined
  }

  /** What must hold after every step. */
  checkStep(): void {
    assert.deepEqual(this.sent.violations, [])
    const current = this.auth.current()?.user.id ?? null
    if (this.isSignedOut) assert.equal(current, null, 'somebody was resurrected')
    if (current !== null) this.remembersEnd = false
    const { session } = this.auth.view.getState()
    if (session.tag === 'guest' && session.reason === 'endedElsewhere') {
      this.remembersEnd = true
      if (this.pendingAsks === 0) this.isSignedOut = true
    }
    const token = this.stored()?.token
    if (token !== this.token) this.sent.beginGeneration()
    if (current !== this.memberId && this.memberId !== null && this.token !== undefined) {
      this.sent.retire(this.token)
    }
    this.token = token
    if (current === this.memberId) return
    if (current !== null) {
      const opens = (asked: Asked) => this.server.opens(asked, current)
      this.asks.checkMember(opens, this.memberId === null ? 'guest' : 'member')
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
    assert.deepEqual(this.promises.hanging(), [], 'these never settled')
    const inMemory = this.auth.current()?.user.id
    assert.equal(this.stored()?.user.id, inMemory, 'storage disagrees')
    const sdkToken = this.sdkEntries.get('ifx_baas_auth_token')
    const token = this.stored()?.token
    assert.equal(sdkToken, token, "minapp-sdk's keys disagree")
    assert.notEqual(this.auth.view.getState().session.tag, 'signingIn')
  }

  private install(): Auth {
    const auth = makeModelAuth({
      clock: this.clock,
      transport: this.network.transport,
      entries: this.entries,
      sdkEntries: this.sdkEntries,
      heard: this.heard,
      onSent: (request) => {
        const owns = (token: string) => this.server.ownerOf(token) === auth.current()?.user.id
        this.sent.check(request, owns)
      },
      onAbort: (request) => this.sent.forget(request),
    })
    this.promises.track('launch', auth.launch())
    return auth
  }
}
