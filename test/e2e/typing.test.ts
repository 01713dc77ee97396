import { createManualClock, type Keystroke, type RunningApp } from '../../simulator/index'
import { registerOnTheWeb } from './kit/web-account'
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

const openSlowly = (person: string, url: string) =>
  world.open(person, { url, device: SLOW_PHONE, clock: createManualClock(Date.now()) })

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

const OF_GUESTS = [['pages/member/link/index', ['link-username', 'link-password']]] as const

const OF_MEMBERS = [
  ['pages/member/profile/index', ['profile-nickname']],
  ['pages/member/phone/index', ['sms-phone']],
  ['pages/member/account/username/index', ['username']],
  ['pages/member/account/email/index', ['email']],
  ['pages/member/account/password/index', ['password-old', 'password-new']],
] as const

describe('typing on a slow phone, a key every ten milliseconds', () => {
  it.each(OF_GUESTS)('loses no character on %s', async (url, fields) => {
    const app = await openSlowly('typing-guest', url)
    await app.tap('link-sign-in')
    for (const id of fields) await typeInto(app, id)
  })

  it.each(OF_MEMBERS)('loses no character on %s', async (url, fields) => {
    const account = await registerOnTheWeb(world, `typing-${url.split('/').join('-')}`)
    const person = `typist-${fields[0]}`
    const linking = await world.open(person, { url: 'pages/member/link/index' })
    await linking.tap('link-sign-in')
    await linking.input('link-username', account.username)
    await linking.input('link-password', account.password)
    await linking.tap('link-submit')
    const app = await openSlowly(person, url)
    for (const id of fields) await typeInto(app, id)
  })
})
