import type { FailureKind } from '../../auth/failure'
import type { Member } from '../../auth/member'

/** Why this WeChat and the account signed in to cannot be linked. There is never a silent merge (docs/protocol.md 8.3). */
export type LinkConflict =
  /** The openid of this WeChat opens another person's account already. */
  | 'wechatTaken'
  /** The account is opened by another WeChat already. */
  | 'accountTaken'
  /** The unionid of this WeChat opens an account already, made in another app of the same developer perhaps. */
  | 'unionTaken'
  /** The openid and the unionid of this WeChat do not lead to one account: only the developer can settle that. */
  | 'unionSplit'

/**
 * Which of them the refusal of a link is; undefined when it is none. The server says that there is a conflict,
 * and what the account has already decides which (docs/protocol.md 8.2, 8.3).
 * @param user the account that was to be linked
 */
export const conflictOf = (
  kind: FailureKind,
  user: Pick<Member, 'openid' | 'unionid'> | undefined,
): LinkConflict | undefined => {
  if (kind === 'conflict') return user?.openid ? 'accountTaken' : 'wechatTaken'
  if (kind !== 'unionConflict') return undefined
  if (user?.openid) return 'unionSplit'
  return user?.unionid ? 'accountTaken' : 'unionTaken'
}
