import type { Context } from '../../context'
import { violatedUnique } from '../../db/unique-violation'
import type { ClientInfo } from '../../sessions/session'
import { createWithWechat } from './create-with-wechat'
import { unlinked } from './link-ticket'
import { exchangeLoginCode, consumableHash } from './redeem-code'
import type { SignedIn } from '../sign-in/sign-in-account'
import { signInKnown } from './sign-in-known'
import { settleUnionid, withUnionid } from './unionid'

/** What a silent login asks for (docs/protocol.md 3.1). */
export interface SilentLogin {
  readonly code: string
  /** false: an unknown person gets 404 and nothing is stored. */
  readonly createUser: boolean
  /** true: the unionid counts too (docs/protocol.md 8.2). */
  readonly byUnionid: boolean
}

/**
 * Signs in the person whom the wx.login code belongs to, making an account on first sight if asked to.
 * Rejects with 404 and a link ticket for an unknown person otherwise, 400 for a refused code or a
 * unionid conflict, and with WeChat's other refusals.
 */
export const silentLogin = async (
  context: Context,
  { code, createUser, byUnionid }: SilentLogin,
  client: ClientInfo,
): Promise<SignedIn> => {
  const person = await exchangeLoginCode(context, code, client)
  const recognition = byUnionid ? 'by-openid-and-unionid' : 'by-openid'
  const wechatUnionid = byUnionid ? withUnionid(person).unionid : null
  const how = { recognition, loginMethod: 'wechat' } as const
  const recognise = (codeHash: string | null) => signInKnown(context, person, how, codeHash, client)

  const known = await recognise(consumableHash(context, code))
  if (known !== null) return known
  if (byUnionid) {
    await settleUnionid(context, withUnionid(person), client.ipAddress)
    const settled = await recognise(null)
    if (settled !== null) return settled
  }
  if (!createUser) throw unlinked(context, person, 'No account is linked to this WeChat user.')

  return createWithWechat(context, person, { wechatUnionid }, 'wechat', client).catch(
    async (error: unknown) => {
      // Two first launches at once: the one that lost the race finds the other's account.
      const winner = violatedUnique(error) === null ? null : await recognise(null)
      if (winner === null) throw error
      return winner
    },
  )
}
