import type { Act } from './acts'
import type { Actor } from './requests'
import type { Reply, World } from './world'

type Guess = Extract<Act, { kind: 'guess' }>

const PASSWORDS = 25
const SMS_CODES = 6
const LOGIN_CODES = 62

/** The requests of a guesser: each is wrong, or the model would call a hit of chance a fault. */
const guessesOf = (
  world: World,
  { person, people }: Actor,
  what: Guess['what'],
): { readonly path: string; readonly bodies: readonly object[] } => {
  const victim = people[person.side === 'owner' ? 'attacker' : 'owner']
  const many = (count: number, body: (i: number) => object) =>
    Array.from({ length: count }, (_, i) => body(i))
  const phone = victim.phones[0] ?? ''
  if (what === 'wechat') {
    const path = '/hserve/v2.5/idp/wechat/silent-login/'
    return { path, bodies: many(LOGIN_CODES, (i) => ({ code: `bogus-${i}` })) }
  }
  if (what === 'sms') {
    const sent = world.messages(phone).map((message) => message.slice(0, 6))
    const wrong = many(SMS_CODES * 2, (i) => ({
      phone,
      code: String(100_000 + i),
      create_user: true,
    }))
    const bodies = wrong.filter((_, i) => !sent.includes(String(100_000 + i))).slice(0, SMS_CODES)
    return { path: '/hserve/v2.1/login/sms/', bodies }
  }
  const name = { username: victim.username, email: victim.email, phone }[what]
  const bodies = many(PASSWORDS, (i) => ({ [what]: name, password: `wrong guess ${i}` }))
  return { path: `/hserve/v2.1/login/${what}/`, bodies }
}

/** Guesses at what the other one signs in with, from a device that is not signed in: the last answer. */
export const guess = async (world: World, actor: Actor, act: Guess): Promise<Reply | null> => {
  const { device, person, people } = actor
  const victim = people[person.side === 'owner' ? 'attacker' : 'owner']
  const theirs = victim.devices[0]?.address ?? device.address
  const address = act.from === 'own address' ? device.address : theirs
  const { path, bodies } = guessesOf(world, actor, act.what)
  let reply: Reply | null = null
  for (const body of bodies) {
    reply = await world.send({ method: 'POST', path, body, address, device: device.id })
  }
  return reply
}

/**
 * How many changes may pass in one burst: ten of an account (docs/limits.en.md, `accountChangesPerUser`), and ten more
 * of another that the same device signs in to meanwhile.
 */
export const MOST_CHANGES = 20
const CLAIMS = 30

/** Claims a number again and again: the last answer, and in `passed` how many were not refused. */
export const claimOften = async (claim: () => Promise<Reply>): Promise<Reply> => {
  let passed = 0
  let reply = await claim()
  for (let n = 1; n < CLAIMS && reply.status !== 401; n++) {
    if (reply.status < 300) passed++
    reply = await claim()
  }
  return { status: reply.status, body: { ...reply.body, passed } }
}
