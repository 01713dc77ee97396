import type { Which } from './acts'
import type { Person } from './people'
import type { World } from './world'

// What a person can read is what was sent to them; all others can only guess.
const GUESSED_SMS = '000000'
const GUESSED_MAIL = 'AAAA-AAAA'

const last = (messages: readonly string[], pattern: RegExp): string | null =>
  messages.flatMap((message) => pattern.exec(message)?.[1] ?? []).at(-1) ?? null

/** The code of the newest text message to a number that is the person's own, or a guess. */
export const smsCode = (world: World, person: Person, phone: string): string =>
  (person.phones.includes(phone) ? last(world.messages(phone), /^(\d{6}) /) : null) ?? GUESSED_SMS

/** The code of the newest e-mail that has one, or a guess. */
export const mailCode = (world: World, person: Person): string =>
  last(world.messages(person.email), /^([A-Z2-9]{4}-[A-Z2-9]{4})\n/) ?? GUESSED_MAIL

/** The tokens of the reset links in a mailbox, oldest first. */
export const resetTokens = (world: World, { email }: Person): string[] =>
  world.messages(email).flatMap((message) => /email\/reset\/#([\w-]+)/.exec(message)?.[1] ?? [])

/** The token that a reset of this age tries. */
export const resetToken = (world: World, person: Person, age: Which): string =>
  resetTokens(world, person).at(-1 - age) ?? 'guessed'
