import { PAGES } from '../../src/features/navigation/routes'
import {
  createManualClock,
  createNetwork,
  type Keystroke,
  type LaunchOptions,
  type Network,
  type RunningApp,
} from '../../simulator/index'
import { registerOnTheWeb, type WebAccount } from './kit/web-account'
import { useWorld } from './kit/use-world'

/** The screen shows what setData brought a tenth of a second late: an old phone at work. */
const SLOW_PHONE = { speed: { setDataMs: 100, eventMs: 5 } }
const KEY_MS = 10
const SEEDS = 20
const ALPHABET = [...'abcxyz0189 .@你好']

/** Random numbers below `end` that are the same for the same seed (mulberry32). */
const randomOf = (seed: number) => {
  let state = seed
  return (end: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end
  }
}

/** What fingers do to an empty field of so many characters at most, and the text that this makes. */
const typingOf = (seed: number, room: number): { strokes: Keystroke[]; text: string } => {
  const random = randomOf(seed)
  const characters = (count: number) =>
    Array.from({ length: count }, () => ALPHABET[random(ALPHABET.length)] ?? 'a').join('')
  const half = characters(Math.max(1, Math.floor(room / 2) - 1))
  const at = random(half.length + 1)
  const before = half.slice(0, at)
  const erased = before.slice(0, -1)
  const pasted = room > 12 ? characters(3) : ''
  const composed = room > 12 ? '词' : ''
  const end = characters(2)
  return {
    strokes: [
      { kind: 'text', text: half },
      { kind: 'move', to: at },
      ...(before === '' ? [] : [{ kind: 'delete' } as const]),
      ...(pasted === '' ? [] : [{ kind: 'paste', text: pasted } as const]),
      ...(composed === '' ? [] : [{ kind: 'compose', keys: 'ci', text: composed } as const]),
      { kind: 'text', text: end },
    ],
    text: erased + pasted + composed + end + half.slice(at),
  }
}

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

const REFUSAL = new TextEncoder().encode(
  JSON.stringify({ error_msg: 'prove it', error_code: 'reauthentication_required' }),
)

type Hosts = Readonly<Record<string, string>>

/** Links no WeChat: a linked one confirms who the person is by itself. */
const linkingNone = (hosts: Hosts): Network => {
  const network = createNetwork(hosts)
  network.losing = 'user-associate'
  return network
}

/** Changes no account, either, before the person has confirmed that it is them. */
const refusingChanges = (hosts: Hosts): Network => {
  const network = linkingNone(hosts)
  return {
    ...network,
    send: (request) =>
      request.method === 'PUT' && request.url.endsWith('/user/account/')
        ? Promise.resolve({ status: 403, headers: {}, cookies: [], body: REFUSAL.buffer })
        : network.send(request),
  }
}

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
  await app.tapTab(1)
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

  it.each(ROUTES)('loses no character that a member types on %s', async (page) => {
    await typeIntoAll(await openSlowly(MEMBER, page))
  })

  it('has met fields on those pages', () => {
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
  ])('loses no character in $name', async ({ name, fields, page, network, take }) => {
    const person = name.split(' ').join('_').slice(-20)
    const account = await registerOnTheWeb(world, person)
    const app = await openSlowly(person, page, { network: network(world.hosts) })
    await take(app, account)
    expect(fieldsOf(app)).toEqual(fields)
    await typeIntoAll(app)
  })
})
