import { ApiError } from '../../errors'

const LONGEST = 30
// In UTF-16 units: the longest emoji of Unicode has 15, and marks may be heaped on a letter without end.
const LONGEST_UNITS = LONGEST * 16

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

// Drawn as nothing although Unicode counts them as letters or symbols: Hangul fillers, the empty braille cell, the
// object replacement character, two Egyptian blanks, the null notehead.
const BLANKS = /[\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{13441}\u{13442}\u{1d159}]/gu
// Line breaks, other control characters, halves of characters, and what reverses the text around a name.
const DISTURBING = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u

const isSeen = (name: string): boolean =>
  !DISTURBING.test(name) && SEEN.test(name.replace(BLANKS, ''))

const isLong = (name: string): boolean =>
  name.length > LONGEST_UNITS || [...graphemes.segment(name)].length > LONGEST

/** Why `name` is no nickname; undefined for one, and for '', which is no name at all. */
export const nicknameRefusal = (
  name: string,
): 'nickname_unseen' | 'nickname_too_long' | undefined => {
  if (name === '') return undefined
  if (!isSeen(name)) return 'nickname_unseen'
  return isLong(name) ? 'nickname_too_long' : undefined
}

/** Throws 400 where `name` is no nickname: nickname_unseen, nickname_too_long. */
export const assertNickname = (name: string): void => {
  const refusal = nicknameRefusal(name)
  if (refusal === 'nickname_unseen')
    throw new ApiError(
      refusal,
      'nickname needs a letter, digit or symbol that can be seen, and no control characters.',
    )
  if (refusal === 'nickname_too_long')
    throw new ApiError(refusal, `nickname has at most ${LONGEST} characters.`)
}
