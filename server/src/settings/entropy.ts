import { isUtf8 } from 'node:buffer'

const FEWEST_DISTINCT_BYTES = 19
const MOST_EQUAL_STEPS = 8
const SHORTEST_TOKEN = 16
const FEWEST_DISTINCT_CHARACTERS = 8
// What people write where something is still to be filled in. Six letters and more, which no random text holds.
const PLACEHOLDER =
  /change.?me|password|passwort|secret|example|default|placeholder|simulator|develop|production|qwerty|12345678|abcdefgh/i
const ONE_CASE_WORDS = /^([a-z\W_]+|[A-Z\W_]+)$/

/** How often the commonest difference between neighbours occurs: often in what repeats or counts. */
const equalSteps = (values: readonly number[], modulus: number): number => {
  const counts = new Map<number, number>()
  values.slice(1).forEach((value, i) => {
    const step = (value - (values[i] ?? 0) + modulus) % modulus
    counts.set(step, (counts.get(step) ?? 0) + 1)
  })
  return Math.max(0, ...counts.values())
}

/**
 * Whether 32 bytes are no random ones: text, a few values repeated, or a sequence. One random key in ten million is
 * taken for such.
 */
export const isGuessableKey = (key: Buffer): boolean =>
  isUtf8(key) ||
  new Set(key).size < FEWEST_DISTINCT_BYTES ||
  equalSteps([...key], 256) > MOST_EQUAL_STEPS

/** Whether a token or secret is short, words, a placeholder, a sequence, or one part repeated. */
export const isGuessableToken = (token: string): boolean => {
  const codes = [...token].map((character) => character.codePointAt(0) ?? 0)
  const isRepeated = (token + token).indexOf(token, 1) < token.length
  return (
    token.length < SHORTEST_TOKEN ||
    isRepeated ||
    new Set(codes).size < FEWEST_DISTINCT_CHARACTERS ||
    equalSteps(codes, 0x110000) > codes.length * 0.4 ||
    ONE_CASE_WORDS.test(token) ||
    PLACEHOLDER.test(token)
  )
}
