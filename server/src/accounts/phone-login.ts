import { eq } from 'drizzle-orm'
import type { Context } from '../context'
import { violatedUnique } from '../db/unique-violation'
import { users, wechatIdentities } from '../db/schema'
import { phoneIndex, sealPhone } from '../security/phone'
import type { Origin } from '../sessions/session'
import type { WechatSession } from '../wechat/client'
import { createWithWechat } from './create-with-wechat'
import { unlinked } from './link-ticket'
import { redeemLoginCode } from './redeem-code'
import { signInKnown, type SignedIn } from './sign-in-known'
import { provenPhone, type PhoneProof } from './wechat-phone'

/** What a phone login asks for (wire contract 1.1 #2). */
export interface PhoneLogin extends PhoneProof {
  /** A wx.login code fetched before the tap. */
  readonly code: string
  readonly createUser: boolean
}

const NUMBER_HAS_ACCOUNT = 'This phone number belongs to an account: sign in to it to link WeChat.'

/** Lets a write pass that somebody else made first; throws every other failure. */
const letRaceBeLost = (error: unknown): void => {
  if (violatedUnique(error) === null) throw error
}

type Owner = { readonly id: number; readonly verified: boolean; readonly openid: string | null }

const ownerOf = async ({ db, vault }: Context, phone: string): Promise<Owner | null> => {
  const [owner] = await db
    .select({ id: users.id, verified: users.phoneVerified, openid: wechatIdentities.openid })
    .from(users)
    .leftJoin(wechatIdentities, eq(wechatIdentities.userId, users.id))
    .where(eq(users.phoneIndex, phoneIndex(vault, phone)))
    .limit(1)
  return owner ?? null
}

const givePhone = async (
  context: Context,
  signedIn: SignedIn,
  phone: string,
): Promise<SignedIn> => {
  const { db, vault, clock } = context
  const given = await db
    .update(users)
    .set({ ...sealPhone(vault, phone), phoneVerified: true, updatedAt: new Date(clock.now()) })
    .where(eq(users.id, signedIn.account.user.id))
    .returning()
    .catch((error: unknown) => {
      letRaceBeLost(error)
      return []
    })
  const [user] = given
  return user === undefined ? signedIn : { ...signedIn, account: { ...signedIn.account, user } }
}

/** Links the person to an account that this number alone already opens, by SMS, and that has no WeChat yet. */
const adopt = async (context: Context, person: WechatSession, owner: Owner): Promise<void> => {
  await context.db.insert(wechatIdentities).values({
    appid: context.settings.wechat.appid,
    openid: person.openid,
    unionid: person.unionid,
    userId: owner.id,
    createdAt: new Date(context.clock.now()),
  })
}

/**
 * Signs in a WeChat person by code and phone number. The openid decides who it is; the number is kept
 * with that account unless another one has it. A number whose account is linked to another WeChat user,
 * or never proved its number, opens nothing: numbers are recycled (trap T23), so the answer is the 404
 * that leads into the link flow. Rejects otherwise as `silentLogin`.
 */
export const phoneLogin = async (
  context: Context,
  login: PhoneLogin,
  origin: Origin,
): Promise<SignedIn> => {
  const person = await redeemLoginCode(context, login.code, origin)
  const { openid, sessionKey } = person
  const phone = await provenPhone(context, login, openid, async () => sessionKey, origin)
  const how = { recognition: 'by-openid', loginMethod: 'wechat_phone' } as const
  const recognise = () => signInKnown(context, person, how, null, origin)

  const owner = await ownerOf(context, phone)
  const known = await recognise()
  if (known !== null) return owner === null ? givePhone(context, known, phone) : known

  if (owner !== null) {
    if (owner.openid !== null || !owner.verified)
      throw unlinked(context, person, NUMBER_HAS_ACCOUNT)
    await adopt(context, person, owner).catch(letRaceBeLost)
    const adopted = await recognise()
    if (adopted !== null) return adopted
  }
  if (!login.createUser)
    throw unlinked(context, person, 'No account is linked to this WeChat user.')

  const fields = { ...sealPhone(context.vault, phone), phoneVerified: true }
  return createWithWechat(context, person, fields, 'wechat_phone', origin).catch(
    async (error: unknown) => {
      letRaceBeLost(error)
      // Either this person was first in another request, or somebody else was with the number.
      const winner = await recognise()
      if (winner === null) throw unlinked(context, person, NUMBER_HAS_ACCOUNT)
      return winner
    },
  )
}
