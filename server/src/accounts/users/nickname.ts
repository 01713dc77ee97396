import { ApiError } from '../../errors'
import { VISIBLE_TEXT } from '../../security/visible-text'

const LONGEST = 30
// In UTF-16 units: the longest emoji of Unicode has 15, and marks may be heaped on a letter without end.
const LONGEST_UNITS = LONGEST * 16

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const VISIBLE = new RegExp(VISIBLE_TEXT, 'u')

const isLong = (name: string): boolean =>
  name.length > LONGEST_UNITS || [...graphemes.segment(name)].length > LONGEST

/** Why `name` is no nickname; undefined for one, and for '', which is no name at all. */
export const nicknameRefusal = (
  name: string,
): 'nickname_unseen' | 'nickname_too_long' | undefined => {
  if (name === '') return undefined
  if (!VISIBLE.test(name)) return 'nickname_unseen'
  return isLong(name) ? 'nickname_too_long' : undefined
}

/** Throws 400 where `name` is no nickname: nickname_unseen, nickname_too_long. */
export const assertNickname = (name: string): void => {
  const refusal = nicknameRefusal(name)
  if (refusal === 'nickname_unseen') {
    throw new ApiError(
      refusal,
      'nickname needs a letter, digit or symbol that can be seen, and no control characters.',
    )
  }
  if (refusal === 'nickname_too_long') {
    throw new ApiError(refusal, `nickname has at most ${LONGEST} characters.`)
  }
}
