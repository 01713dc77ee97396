import { PAGES } from '../../src/features/navigation/routes'
import {
  createManualClock,
  createNetwork,
  type LaunchOptions,
  type Network,
  type RunningApp,
} from '../../simulator/index'
import { typingOf } from './kit/keystrokes'
import { linkingNone, refusingChanges, type Hosts } from './kit/refusing-networks'
import { registerOnTheWeb, type WebAccount } from './kit/web-account'
import { useWorld } from './kit/use-world'

/** The screen shows what setData brought a tenth of a second late: an old phone at work. */
const SLOW_PHONE = { speed: { setDataMs: 100, eventMs: 5 } }
const KEY_MS = 10
const SEEDS = 20

const world = useWorld()

const openSlowly = (person: string, url: string, options: Partial<LaunchOptions> = {}) =>
  world.open(person, {
    url,
    device: SLOW_PHONE,
    clock: createManualClock(Date.now()),
    ...options,
  })

/** Types into a field twenty times, and expects every character. */
const typeInto = async (app: RunningApp, id: string) => {
  const room = Number(app.attribute(id, 'maxlength'))
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const count = [...String(app.value(id) ?? '')].length
    await app.type(id, [
      { kind: 'move', to: count },
      { kind: 'delete', count },
    ])
    const { strokes, text } = typingOf(seed, Math.min(room, 40))
    await app.type(id, strokes, { ms: KEY_MS })
    expect({ id, seed, text: app.value(id) }).toEqual({ id, seed, text })
  }
}

const fieldsOf = (app: RunningApp): string[] =>
  app
    .leaves()
    .filter(({ tag }) => tag === 'input' || tag === 'textarea')
    .map(({ id }) => id)

/** The pages of the mini-program. */
const ROUTES = Object.values(PAGES).filter((page) => !page.startsWith('pages/web/'))

const signIn = async (app: RunningApp, { username, password }: WebAccount) => {
  await app.tap('link-sign-in')
  await app.input('link-username', username)
  await app.input('link-password', password)
  await app.tap('link-submit')
}

/** Signs in on the page to link, and goes on to the form behind this cell of the account page. */
const openForm = async (app: RunningApp, account: WebAccount, cell: string) => {
  await signIn(app, account)
  await app.tap('link-later')
  await app.tapTab('pages/me/index')
  await app.tap('me-account')
  await app.tap(cell)
}

interface Step {
  name: string
  /** Everything that can be typed into once the step is taken. */
  fields: readonly string[]
  page: string
  network: (hosts: Hosts) => Network
  take: (app: RunningApp, account: WebAccount) => Promise<void>
}

describe('typing on a slow phone, a key every ten milliseconds', () => {
  /** Their WeChat opens an account with a name and a password. */
  const MEMBER = 'typist'
  const seen = new Set<string>()
  beforeAll(async () => {
    const account = await registerOnTheWeb(world, MEMBER)
    await signIn(await world.open(MEMBER, { url: PAGES.link }), account)
  })

  const typeIntoAll = async (app: RunningApp) => {
    for (const id of fieldsOf(app)) {
      await typeInto(app, id)
      seen.add(id)
    }
  }

  it.each(ROUTES)('typing on a slow phone loses no character of a member on %s', async (page) => {
    await typeIntoAll(await openSlowly(MEMBER, page))
  })

  it('typing on a slow phone has met fields on those pages', () => {
    const some = ['profile-nickname', 'username', 'email', 'password-old', 'password-new']
    expect([...seen]).toEqual(expect.arrayContaining(some))
  })

  it.each<Step>([
    {
      name: 'the form that links an account',
      fields: ['link-username', 'link-password'],
      page: PAGES.link,
      network: createNetwork,
      take: (app) => app.tap('link-sign-in'),
    },
    {
      name: 'the form that registers',
      fields: ['link-username', 'link-password'],
      page: PAGES.link,
      network: createNetwork,
      take: (app) => app.tap('link-register'),
    },
    {
      name: 'the code of a text message',
      fields: ['sms-code'],
      page: PAGES.phone,
      network: createNetwork,
      take: async (app) => {
        await app.input('sms-phone', '13600009876')
        await app.tap('sms-send')
      },
    },
    {
      name: 'the code of an e-mail',
      fields: ['email', 'email-code'],
      page: PAGES.link,
      network: linkingNone,
      take: async (app, account) => {
        await openForm(app, account, 'account-email')
        await app.input('email', 'slow-typist@example.com')
        await app.tap('email-save')
      },
    },
    {
      name: 'the sheet that asks for credentials again',
      fields: ['username', 'reauthentication-credential'],
      page: PAGES.link,
      network: refusingChanges,
      take: async (app, account) => {
        await openForm(app, account, 'account-username')
        await app.input('username', 'another_typist')
        await app.tap('username-save')
      },
    },
  ])(
    'typing on a slow phone loses no character in $name',
    async ({ name, fields, page, network, take }) => {
      const person = name.split(' ').join('_').slice(-20)
      const account = await registerOnTheWeb(world, person)
      const app = await openSlowly(person, page, { network: network(world.hosts) })
      await take(app, account)
      expect(fieldsOf(app)).toEqual(fields)
      await typeIntoAll(app)
    },
  )
})
