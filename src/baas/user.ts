import { BaasError, CODE } from './errors'

/** A row of `_userprofile`, as its owner sees it; only what the app reads (wire contract 3). */
export interface User {
  id: number
  nickname: string
  avatar: string
}

/** Reads a user object; throws BaasError 502 when it is not one. */
export function readUser(value: unknown): User {
  if (typeof value === 'object' && value !== null) {
    const { id, nickname, avatar } = value as Record<string, unknown>
    if (typeof id === 'number') return { id, nickname: text(nickname), avatar: text(avatar) }
  }
  throw new BaasError(CODE.badReply, 'the reply holds no user')
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
