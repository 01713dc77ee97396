import { isVisible } from '../shared/visible'
import { countGraphemes } from './graphemes'

const LONGEST_NICKNAME = 30
/** In UTF-16 units: the longest emoji of Unicode has 15, and marks may be heaped on a letter without end. */
export const LONGEST_NICKNAME_UNITS = LONGEST_NICKNAME * 16

export type NicknameProblem = 'nicknameMissing' | 'nickname_unseen' | 'nickname_too_long'

/** What is wrong with a nickname before anyone is asked; undefined when nothing. Counted as people count. */
export const nicknameProblem = (nickname: string): NicknameProblem | undefined => {
  const name = nickname.trim()
  if (name === '') return 'nicknameMissing'
  if (!isVisible(name)) return 'nickname_unseen'
  const isLong = name.length > LONGEST_NICKNAME_UNITS || countGraphemes(name) > LONGEST_NICKNAME
  return isLong ? 'nickname_too_long' : undefined
}
