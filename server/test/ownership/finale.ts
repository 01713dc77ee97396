import { type Methods, methodsOf } from './accounts'
import type { Actor } from './requests'
import { perform } from './perform'
import type { StoryState } from './state'
import type { Act } from './acts'

const MINUTE_AND_ONE_MS = 61_000
const DAY_MS = 24 * 60 * 60_000
// `smsPerPhoneAndDay`, which may last more than a minute: what was sent is in the owner's hands (docs/limits.en.md).
const MESSAGES_OF_A_DAY = 10

const waysOf = (story: StoryState, account: Methods): Act[] => {
  const { owner } = story.people
  const [number0, number1] = story.indexes('owner')
  const phone = account.phone_index === number1 ? 1 : 0
  const hasPhone = account.phone_verified && [number0, number1].includes(account.phone_index ?? '')
  const sent = story.world.sentWithin(owner.phones[phone] ?? '', DAY_MS)
  const isServed = sent < MESSAGES_OF_A_DAY
  const wechats = account.openids.flatMap((openid) => {
    const which = owner.openids.indexOf(openid)
    return which === 0 || which === 1 ? [which as 0 | 1] : []
  })
  return [
    ...wechats.map((which): Act => ({
      kind: 'silent',
      which,
      createUser: false,
      byUnionid: false,
    })),
    ...(hasPhone && isServed
      ? [{ kind: 'sms', of: 'owner', which: phone, createUser: false } satisfies Act as Act]
      : []),
    ...passwordWays(story, account, hasPhone ? phone : null),
  ]
}

const passwordWays = (story: StoryState, account: Methods, phone: 0 | 1 | null): Act[] => {
  const { owner } = story.people
  const known = owner.passwords.indexOf(story.passwords.get(account.id) ?? 'unknown')
  if (known !== 0 && known !== 1) return []
  const by = (name: 'username' | 'email' | 'phone', which: 0 | 1): Act => ({
    kind: 'password',
    name,
    of: 'owner',
    which,
    password: known,
  })
  return [
    ...(account.username === owner.username ? [by('username', 0)] : []),
    ...(account.email_verified && account.email === owner.email ? [by('email', 0)] : []),
    ...(phone === null ? [] : [by('phone', phone)]),
  ]
}

/**
 * The end of every story: whatever others did, a minute later the owner signs in to each of their accounts by each of
 * its methods, and sessions that a change ended open nothing.
 */
export const finale = async (story: StoryState): Promise<void> => {
  const { world, people } = story
  for (const token of story.thefts.ended) {
    const path = '/ext/v1/sessions/'
    const reply = await world.send({ method: 'GET', path, token, address: '10.1.1.1', device: '' })
    if (reply.status === 200) {
      throw story.broken('A stolen session outlived the change that ends it.')
    }
  }
  const [device] = people.owner.devices
  if (device === undefined) return
  for (const account of await methodsOf(world, story.entered.of('owner'))) {
    for (const act of waysOf(story, account)) {
      world.clock.advance(MINUTE_AND_ONE_MS)
      const actor: Actor = { person: people.owner, device: { ...device, token: null }, people }
      const reply = await perform(world, actor, act)
      await world.settled()
      const id = reply?.body['user_id'] ?? idIn(reply?.body['user_info'])
      if (reply?.status !== 201 || id !== account.id) {
        throw story.broken(
          `The owner cannot enter account ${account.id % 1000} by ${JSON.stringify(act)}: ${reply?.status} ${JSON.stringify(reply?.body['error_msg'] ?? id)}.`,
        )
      }
    }
  }
}

const idIn = (user: unknown): unknown =>
  typeof user === 'object' && user !== null && 'id' in user ? user.id : undefined
