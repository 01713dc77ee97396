import fc from 'fast-check'
import { BaasError } from '../../../src/baas/errors'
import { refused } from '../fake-backend'
import { flush, type Phone } from './phone'

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

const PEOPLE = fc.constantFrom(
  command('retry', (phone) => phone.wants('wechat', (auth) => auth.retry())),
  command('continue', (phone) =>
    phone.wants('wechat', (auth) =>
      auth.signIn({ by: 'wechat', createUser: true, withUnionID: false }),
    ),
  ),
  command('signIn(ann)', (phone) => phone.wants('ann', (auth) => auth.signIn(password('ann')))),
  command('signIn(ben)', (phone) => phone.wants('ben', (auth) => auth.signIn(password('ben')))),
  command('signIn(eve)', (phone) => phone.wants('nobody', (auth) => auth.signIn(password('eve')))),
  command('link(ben)', (phone) => phone.wants('ben', (auth) => auth.link(password('ben')))),
  command('link()', (phone) => phone.wants('nobody', (auth) => auth.link())),
  command('signOut', (phone) => phone.signsOut()),
)

/** Several member calls at once that all meet a 401, as after a session was ended elsewhere. */
const STORM: Command = {
  check: () => true,
  async run(_model, phone) {
    phone.server.endAllSessions()
    for (let count = 0; count < 3; count += 1) phone.calls('member')
    await flush()
    phone.answerCalls('/hserve/v1/member/')
    await flush()
    phone.checkStep()
  },
  toString: () => 'storm',
}

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
  [HONEST, HONEST, HONEST, HONEST, FAULTS, PEOPLE, PEOPLE, PAGES, WORLD, fc.constant(STORM)],
  { maxCommands: 60, size: 'max' },
)
