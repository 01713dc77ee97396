export const LONGEST_NICKNAME = 20

export type NicknameProblem = 'nicknameMissing' | 'nicknameTooLong'

/** What is wrong with a nickname before anybody is asked; undefined when nothing. Counted as people count. */
export function nicknameProblem(nickname: string): NicknameProblem | undefined {
  const { length } = [...nickname.trim()]
  if (length === 0) return 'nicknameMissing'
  return length > LONGEST_NICKNAME ? 'nicknameTooLong' : undefined
}
