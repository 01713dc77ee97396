import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Auth } from '../../../src/auth/auth'
import { BaasError } from '../../../src/baas/errors'
import { refused } from '../fake-backend'
import { flush } from './flush'
import type { Phone } from './phone'
import type { Asked } from './server'

/** The model needs no state of its own: what must hold is held against the server's truth. */
type Model = Record<string, never>
type Command = fc.AsyncCommand<Model, Phone>

const command = (
  name: string,
  act: (phone: Phone) => void,
  isPossible: (phone: Phone) => boolean = () => true,
): Command => ({
  check: () => true,
  async run(_model, phone) {
    if (!isPossible(phone)) return
    act(phone)
    await flush()
    phone.checkStep()
  },
  toString: () => name,
})

const isWaiting = (phone: Phone) => phone.waiting() > 0
const password = (username: string) =>
  ({ by: 'password', account: { username }, password: 'p' }) as const

const HONEST = fc
  .nat(5)
  .map((index) =>
    command(
      `answer(${index})`,
      (phone) => phone.settleRequest(index, phone.server.answer),
      isWaiting,
    ),
  )

const FAULTS = fc
  .tuple(fc.nat(5), fc.constantFrom(401, 403, 404, 500, 'offline', 'timeout'))
  .map(([index, fault]) =>
    command(
      `fault(${index}, ${fault})`,
      (phone) =>
        phone.settleRequest(index, () =>
          typeof fault === 'number'
            ? refused(fault)
            : new BaasError(fault === 'offline' ? 600 : 601),
        ),
      isWaiting,
    ),
  )

/** Pages of something in between: a gateway that lost its backend, a captive portal, an empty answer. */
const FOREIGN = fc
  .tuple(
    fc.nat(5),
    fc.constantFrom(200, 401, 403, 404),
    fc.constantFrom('<html>', '', { message: 'no route' }),
  )
  .map(([index, status, body]): Command => ({
    check: () => true,
    async run(_model, phone) {
      if (!isWaiting(phone)) return
      const before = phone.device()
      phone.settleRequest(index, () => ({
        status: typeof body === 'object' && status === 200 ? 404 : status,
        body,
      }))
      await flush()
      phone.checkStep()
      assert.equal(phone.device(), before, 'a foreign page changed what is stored')
    },
    toString: () => `foreign(${index}, ${status}, ${JSON.stringify(body)})`,
  }))

const asking = (asked: Asked, act: (auth: Auth) => Promise<unknown>) => (phone: Phone) =>
  phone.wants(asked, act)

const PEOPLE = fc.constantFrom(
  command(
    'retry',
    asking('wechat', (auth) => auth.retry()),
  ),
  command(
    'continue',
    asking('wechat', (auth) => auth.signIn({ by: 'wechat', createUser: true, withUnionID: false })),
  ),
  ...(['ann', 'ben'] as const).map((name) =>
    command(
      `signIn(${name})`,
      asking(name, (auth) => auth.signIn(password(name))),
    ),
  ),
  command(
    'signIn(eve)',
    asking('nobody', (auth) => auth.signIn(password('eve'))),
  ),
  command(
    'link(ben)',
    asking('ben', (auth) => auth.link(password('ben'))),
  ),
  command('link()', (phone) => phone.wants('nobody', (auth) => auth.link())),
  command('signOut', (phone) => phone.signsOut()),
)

/** Several member calls at once that all meet a 401: of sessions that were lost, or that someone ended elsewhere. */
const storm = (how: 'lost' | 'ended'): Command => ({
  check: () => true,
  async run(_model, phone) {
    const wasLive = phone.isLive()
    if (how === 'ended') phone.server.endAllSessions()
    else phone.server.loseAllSessions()
    for (let count = 0; count < 3; count += 1) phone.calls('member')
    await flush()
    const answered = phone.answerCalls('/hserve/v1/member/')
    await flush()
    phone.checkStep()
    if (how !== 'ended' || !wasLive || answered === 0) return
    const { session } = phone.auth.view.getState()
    const isEnded = session.tag === 'guest' && session.reason === 'endedElsewhere'
    assert.ok(isEnded || session.tag === 'signingIn', 'a session that was ended went on')
  },
  toString: () => `storm(${how})`,
})

const PAGES = fc.constantFrom(
  command('call(member)', (phone) => phone.calls('member')),
  command('call(anyone)', (phone) => phone.calls('anyone')),
)

const WORLD = fc.oneof(
  fc.constantFrom(
    command('comeBack', (phone) => phone.comesBack()),
    command('goOnline', (phone) => phone.goesOnline()),
    command('relaunch', (phone) => phone.relaunch()),
    command('moveWechat(ann)', (phone) => phone.server.moveWechat('ann')),
    command('moveWechat(ben)', (phone) => phone.server.moveWechat('ben')),
    command('endAllSessions', (phone) => phone.server.endAllSessions()),
    command('loseAllSessions', (phone) => phone.server.loseAllSessions()),
    command('otherTab(ann)', (phone) => phone.otherTab('ann')),
    command('otherTab(ben)', (phone) => phone.otherTab('ben')),
    command('otherTab(nobody)', (phone) => phone.otherTab('nobody')),
  ),
  fc
    .constantFrom(0, 1_000, 5_000, 8_000, 600_000, 3_600_000)
    .map((ms) => command(`advance(${ms})`, (phone) => phone.clock.advance(ms))),
  fc
    .constantFrom(-86_400_000, 86_400_000)
    .map((by) =>
      command(`clock(${by})`, (phone) => phone.clock.set(Math.max(0, phone.clock.now() + by))),
    ),
)

/** Any order of what people, pages, the phone, the server and the network may do. */
export const anyStory = fc.commands(
  [
    ...[HONEST, HONEST, HONEST, HONEST, FAULTS, FOREIGN, PEOPLE, PEOPLE, PAGES, WORLD],
    fc.constantFrom(storm('lost'), storm('ended')),
  ],
  { maxCommands: 60, size: 'max' },
)
