import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

// The estimate takes longer than linearly: so many UTF-16 units of a password, and so many spellings of leet.
const LONGEST_ESTIMATED = 72
const SPELLINGS = 5
const SHORTEST_PART = 3
const MOST_PARTS = 40
const LAST_DIGITS = 8

let loaded: Promise<ZxcvbnFactory> | undefined

// Words of passwords in use (49,000, Chinese ones among them), diceware words, keyboards. The English package would add
// 40 MB and a second of CPU to hostile input, and catches nothing more that people choose.
const load = async (): Promise<ZxcvbnFactory> => {
  const [core, common] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new core.ZxcvbnFactory({
    dictionary: common.dictionary,
    graphs: common.adjacencyGraphs,
    maxLength: LONGEST_ESTIMATED,
    l33tMaxSubstitutions: SPELLINGS,
  })
}

// Loaded with the first password that is set: a quarter of a second that most starts can do without.
const estimator = (): Promise<ZxcvbnFactory> => (loaded ??= load())

const partsOf = (names: readonly string[]): string[] => {
  const whole = names.map((name) => name.normalize('NFKC').toLowerCase())
  const words = whole.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u))
  const ends = words
    .filter((word) => /^\d{9,}$/.test(word))
    .map((digits) => digits.slice(-LAST_DIGITS))
  const parts = [...whole, ...words, ...ends].filter(
    (part) => part.length >= SHORTEST_PART || /[^\x20-\x7e]{2}/.test(part),
  )
  return [...new Set(parts)].slice(0, MOST_PARTS).map((part) => part.slice(0, LONGEST_ESTIMATED))
}

/**
 * How many guesses an attacker who knows these names needs for a password, by zxcvbn, and whether the password holds
 * one of the names. Judges the first 72 UTF-16 units, so that no input takes more than 40 ms of CPU
 * (1 ms is usual): with 100 units and 20 spellings of leet it would be 140.
 */
export const estimateGuesses = async (
  password: string,
  names: readonly string[],
): Promise<{ guesses: number; hasName: boolean }> => {
  const parts = partsOf(names)
  const judged = password.slice(0, LONGEST_ESTIMATED)
  const { guesses } = (await estimator()).check(judged, parts)
  const folded = judged.normalize('NFKC').toLowerCase()
  return { guesses, hasName: parts.some((part) => folded.includes(part)) }
}
