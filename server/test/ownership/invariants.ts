import { methodsOf, verifiedOnly, type Methods } from './accounts'
import type { Act, Step } from './acts'
import { MOST_CHANGES } from './bursts'
import type { Side } from './people'
import type { Cast, StoryState } from './state'
import type { Reply } from './world'

/** A step that was taken, and the accounts of both before and after it. */
interface Taken {
  readonly acts: readonly Extract<Step, { kind: 'act' }>[]
  readonly before: readonly Methods[]
  readonly now: readonly Methods[]
}

const verifiedOf = (account: Methods) => ({
  email: account.email_verified ? account.email : null,
  phone: account.phone_verified ? account.phone_index : null,
})

/** Whether an account is opened by other methods than before; a username opens nothing without the password. */
export const opensOtherwise = (
  before: Methods,
  now: Methods,
  how: 'by any' | 'by mail or password' = 'by any',
): boolean => {
  const was = verifiedOf(before)
  const is = verifiedOf(now)
  const isMail = was.email !== is.email || before.password_hash !== now.password_hash
  if (how === 'by mail or password' || isMail) return isMail
  return was.phone !== is.phone || String(before.openids) !== String(now.openids)
}

const opensWithoutWechat = (account: Methods): boolean => {
  const isNamed =
    account.username !== null || account.email !== null || account.phone_index !== null
  return (
    account.email_verified || account.phone_verified || (isNamed && account.password_hash !== null)
  )
}

const mixed = (story: Cast, side: Side, now: readonly Methods[]) => {
  const other = side === 'owner' ? 'attacker' : 'owner'
  const { email, openids } = story.people[other]
  const ids = story.entered.of(side)
  const found = now.find(
    (account) =>
      ids.includes(account.id) &&
      ((account.email_verified && account.email === email) ||
        (account.phone_verified && story.indexes(other).includes(account.phone_index ?? '')) ||
        account.openids.some((openid) => openids.includes(openid))),
  )
  return found === undefined
    ? null
    : `Account ${found.id % 1000} of the ${side} is opened by what is the ${other}'s.`
}

/**
 * An account that is gone although it could be entered and was not deleted by one who has entered it
 * (docs/decisions/0011, O5).
 */
const lost = ({ entered }: Cast, { acts, before, now }: Taken): string | null => {
  const isLeft = acts.some(({ act }) => act.kind === 'leaveWechat')
  for (const account of before) {
    if (now.some(({ id }) => id === account.id)) continue
    const isDeleted = acts.some(
      ({ who, act }) => act.kind === 'delete' && entered.of(who).includes(account.id),
    )
    if (!isDeleted && !(isLeft && !opensWithoutWechat(account))) {
      return `Account ${account.id % 1000} is gone, although it could be entered.`
    }
  }
  return null
}

/** The invariant that no longer holds after a step, or null. */
export const brokenBy = (story: Cast, taken: Taken): string | null => {
  const { acts, before, now } = taken
  const [shared] = story.entered.shared()
  if (shared !== undefined) return `Owner and attacker have both entered account ${shared % 1000}.`
  const owners = new Set(story.entered.of('owner'))
  const opens = (methods: readonly Methods[]) =>
    JSON.stringify(verifiedOnly(methods.filter(({ id }) => owners.has(id))))
  if (acts.every(({ who }) => who === 'attacker') && opens(before) !== opens(now)) {
    return "The attacker changed what opens the owner's account."
  }
  return mixed(story, 'owner', now) ?? mixed(story, 'attacker', now) ?? lost(story, taken)
}

/**
 * A claim blocks no one: no refusal to the owner may come from what the attacker only typed (docs/decisions/0011,
 * O1). Returns the broken invariant, or null.
 */
export const refusesOwn = async (
  story: StoryState,
  act: Act,
  { body }: Reply,
): Promise<string | null> => {
  const code = body['error_code']
  if (code !== 'email_of_another' && code !== 'phone_of_another') return null
  const { world, entered, people } = story
  const isEmail = code === 'email_of_another'
  const others = await methodsOf(world, entered.of('attacker'))
  const isTheirs = others.some((other) =>
    isEmail
      ? other.email_verified && other.email === people.owner.email
      : other.phone_verified && story.indexes('owner').includes(other.phone_index ?? ''),
  )
  const own = await methodsOf(world, entered.of('owner'))
  const isOwn = own.some((account) => (isEmail ? account.email_verified : account.phone_verified))
  const namesOwn = !('of' in act) || act.of === 'owner'
  return namesOwn && (isTheirs || !isOwn)
    ? `The owner's own identifier is refused (${code}).`
    : null
}

/** A cloud function acts for its caller alone, whatever id is sent. Returns the broken invariant, or null. */
export const actsForAnother = (
  { people }: Cast,
  act: Act,
  { body }: Reply,
  caller: number | null,
): string | null =>
  act.kind === 'callFunction' && body['code'] === 0 && caller !== people[act.of].account
    ? 'A cloud function changed an account by an id that was sent.'
    : null

/** An account can be changed only so often. Returns the broken invariant of a burst of changes, or null. */
export const tooOften = ({ body }: Reply): string | null =>
  Number(body['passed'] ?? 0) > MOST_CHANGES
    ? 'An account is changed more often than its limit allows.'
    : null
