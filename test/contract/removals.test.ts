import { changeAccount } from '../../src/auth/account/change'
import type { Auth } from '../../src/auth/auth'
import { canRemove, type RemovableName } from '../../src/features/account/sign-in-methods'
import { openOurPhone } from './differential/clients'
import { openWorld } from './kit/world'

const password = 'correct horse battery'
const world = openWorld()

type Prepare = (auth: Auth, name: { username: string; email: string; phone: string }) => unknown

const register: Prepare = (auth, { username }) =>
  auth.signIn({ by: 'registration', account: { username }, password })
const registerEmail: Prepare = (auth, { email }) =>
  auth.signIn({ by: 'registration', account: { email }, password })
const enterByWechat: Prepare = (auth) =>
  auth.signIn({ by: 'wechat', createUser: true, withUnionID: false })
const enterBySms: Prepare = async (auth, { phone }) => {
  await openOurPhone(world, 'removals', { server: world.server }).BaaS.sendSmsCode({ phone })
  const [code = ''] = /\d{6}/.exec((await world.wechat.messages(phone)).at(-1)?.text ?? '') ?? []
  await auth.signIn({ by: 'sms', phone, code, createUser: true })
}
const claim =
  (...names: readonly RemovableName[]): Prepare =>
  async (auth, all) => {
    const changes = Object.fromEntries(names.map((name) => [name, all[name]]))
    expect(await changeAccount(auth, changes)).toMatchObject({ tag: 'done' })
  }

const claimAnotherNumber: Prepare = async (auth, { phone }) => {
  const another = `${phone.slice(0, -1)}${(Number(phone.at(-1)) + 5) % 10}`
  expect(await changeAccount(auth, { phone: another })).toMatchObject({ tag: 'done' })
}

interface Account {
  readonly what: string
  /** The name that is taken off. */
  readonly name: RemovableName
  readonly steps: readonly Prepare[]
}

const REMOVABLE: readonly Account[] = [
  {
    what: 'a username beside a claimed address and a password',
    name: 'username',
    steps: [register, claim('email')],
  },
  {
    what: 'a claimed address beside a claimed number and a password',
    name: 'email',
    steps: [registerEmail, claim('phone')],
  },
  {
    what: 'a username beside a verified number, without a password',
    name: 'username',
    steps: [enterBySms, claim('username')],
  },
  {
    what: 'a claimed address beside a verified number',
    name: 'email',
    steps: [enterBySms, claim('email')],
  },
  {
    what: 'a username beside a number in force until another one is verified',
    name: 'username',
    steps: [enterBySms, claim('username'), claimAnotherNumber],
  },
  { what: 'a username beside WeChat', name: 'username', steps: [enterByWechat, claim('username')] },
]

const LAST: readonly Account[] = [
  { what: 'a username with a password', name: 'username', steps: [register] },
  { what: 'a claimed address with a password', name: 'email', steps: [registerEmail] },
  { what: 'a verified number', name: 'phone', steps: [enterBySms] },
  {
    what: 'a verified number beside a username, without a password',
    name: 'phone',
    steps: [enterBySms, claim('username')],
  },
  {
    what: 'a verified number beside a claimed address, without a password',
    name: 'phone',
    steps: [enterBySms, claim('email')],
  },
]

let opened = 0

/** Whether the app offers to remove the name, and what the server does about it. */
const judgements = async ({ name, steps }: Account) => {
  opened += 1
  const { auth } = openOurPhone(world, `removals-${opened}`, { server: world.server })
  const names = {
    username: `removals-${opened}`,
    email: `removals-${opened}@example.com`,
    phone: `138000006${10 + opened}`,
  }
  for (const step of steps) await step(auth, names)
  const isOffered = canRemove(await auth.refresh(), name)
  const removed = await changeAccount(auth, { [name]: null })
  return { isOffered, server: removed.tag === 'done' ? 'removes' : removed.failure.errorCode }
}

describe('the removal of a name', () => {
  it.each(REMOVABLE)(
    'the removal of a name is offered by the app and done by the server: $what',
    async (account) => {
      expect(await judgements(account)).toEqual({ isOffered: true, server: 'removes' })
    },
  )

  it.each(LAST)(
    'the removal of a name is neither offered by the app nor done by the server where it is the last sign-in method: $what',
    async (account) => {
      expect(await judgements(account)).toEqual({
        isOffered: false,
        server: 'last_sign_in_method',
      })
    },
  )
})
