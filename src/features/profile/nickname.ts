import { countGraphemes } from './graphemes'

const LONGEST_NICKNAME = 30
/** In UTF-16 units: the longest emoji of Unicode has 15, and marks may be heaped on a letter without end. */
export const LONGEST_NICKNAME_UNITS = LONGEST_NICKNAME * 16

export type NicknameProblem = 'nicknameMissing' | 'nicknameUnseen' | 'nicknameTooLong'

/** Drawn as nothing although Unicode counts them as letters or symbols: Hangul fillers, the empty braille cell… */
const BLANKS = /[\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{13441}\u{13442}\u{1d159}]/gu
/** Line breaks, other control characters, halves of characters, and what turns the text of others around. */
const DISTURBING = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u

/** What is wrong with a nickname before anyone is asked; undefined when nothing. Counted as people count. */
export const nicknameProblem = (nickname: string): NicknameProblem | undefined => {
  const name = nickname.trim()
  if (name === '') return 'nicknameMissing'
  if (DISTURBING.test(name) || !SEEN.test(name.replace(BLANKS, ''))) return 'nicknameUnseen'
  const isLong = name.length > LONGEST_NICKNAME_UNITS || countGraphemes(name) > LONGEST_NICKNAME
  return isLong ? 'nicknameTooLong' : undefined
}
