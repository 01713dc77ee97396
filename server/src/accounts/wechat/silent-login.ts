import type { Context } from '../../context'
import { orIfTaken } from '../../db/violations'
import type { ClientInfo } from '../../sessions/session'
import type { WechatSession } from '../../wechat/client'
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

const noAccount = (context: Context, person: WechatSession) =>
  unlinked(context, person, 'No account is linked to this WeChat user.')

/** Of two first launches at once, the one that comes second finds the account that the other one made. */
const orOfWinner = <Own>(
  signIn: Promise<Own>,
  recognise: () => Promise<SignedIn | null>,
): Promise<Own | SignedIn> =>
  orIfTaken(signIn, async (_constraint, error) => {
    const winner = await recognise()
    if (winner === null) throw error
    return winner
  })

const byOpenid = async (
  context: Context,
  person: WechatSession,
  { code, createUser }: SilentLogin,
  client: ClientInfo,
): Promise<SignedIn> => {
  const stranger = createUser ? 'gets-an-account' : 'is-refused'
  const how = { recognition: 'by-openid', loginMethod: 'wechat', stranger } as const
  const codeHash = consumableHash(context, code)
  // A lost race has undone the whole statement: the code is not consumed either.
  const admit = () => signInKnown(context, person, how, codeHash, client)
  const signedIn = await orOfWinner(admit(), admit)
  if (signedIn === null) throw noAccount(context, person)
  return signedIn
}

const byOpenidAndUnionid = async (
  context: Context,
  person: WechatSession,
  { code, createUser }: SilentLogin,
  client: ClientInfo,
): Promise<SignedIn> => {
  const { unionid: wechatUnionid } = withUnionid(person)
  const how = {
    recognition: 'by-openid-and-unionid',
    loginMethod: 'wechat',
    stranger: 'is-refused',
  } as const
  const recognise = (codeHash: string | null) => signInKnown(context, person, how, codeHash, client)

  const known = await recognise(consumableHash(context, code))
  if (known !== null) return known
  await settleUnionid(context, withUnionid(person), client.ipAddress)
  const settled = await recognise(null)
  if (settled !== null) return settled
  if (!createUser) throw noAccount(context, person)
  return orOfWinner(createWithWechat(context, person, { wechatUnionid }, 'wechat', client), () =>
    recognise(null),
  )
}

/**
 * Signs in the person whom the wx.login code belongs to, making an account on first sight if asked to.
 * Rejects with 404 and a link ticket for an unknown person otherwise, 400 for a refused code or a
 * unionid conflict, and with WeChat's other refusals.
 */
export const silentLogin = async (
  context: Context,
  login: SilentLogin,
  client: ClientInfo,
): Promise<SignedIn> => {
  const person = await exchangeLoginCode(context, login.code, client)
  return login.byUnionid
    ? byOpenidAndUnionid(context, person, login, client)
    : byOpenid(context, person, login, client)
}
