import type { Context } from '../../context'
import { users } from '../../db/schema'
import { addressGroup } from '../../security/client-address'
import { requireHuman } from '../../security/human-check'
import { LIMITS, consume, consumeAll } from '../../security/limits'
import { phoneIndex } from '../../security/phone'
import type { ClientInfo } from '../../sessions/session'
import { verifiedBy } from '../identifiers/claims'
import { familiarityOf } from '../sign-in/known-devices'

/** The id of the account that has verified a number, or null. */
const ownerIdOf = async ({ db, vault }: Context, phone: string): Promise<number | null> => {
  const [owner] = await db
    .select({ id: users.id })
    .from(users)
    .where(verifiedBy({ kind: 'phone', index: phoneIndex(vault, phone) }))
  return owner?.id ?? null
}

/** What a known device is counted by: the thing it is known for, of which every sign-in can make another. */
const budgetOf = ({ deviceId, ipAddress, presentedTokenHash }: ClientInfo) => ({
  device: `device:${deviceId}`,
  session: `session:${presentedTokenHash}`,
  address: `address:${addressGroup(ipAddress)}`,
})

/**
 * Counts a text message before it is sent to `phone`. A device that the account of this number knows has a budget of
 * its own, which strangers cannot use up, and all of them have one together; an address may be shared, so those that
 * are known by one have another. All others are counted by address and by number, and have to show that they
 * are human where that is asked for. Rejects with 429 beyond a limit, 403 without that proof.
 */
export const countMessage = async (
  context: Context,
  phone: string,
  humanToken: string | null,
  client: ClientInfo,
): Promise<void> => {
  const familiarity = await familiarityOf(context, await ownerIdOf(context, phone), client)
  if (familiarity !== 'stranger') {
    const subject = `${phone}:${budgetOf(client)[familiarity]}`
    return consumeAll(context, [
      { limit: LIMITS.smsPerDeviceAndMinute, subject },
      { limit: LIMITS.smsPerDeviceAndDay, subject },
      {
        limit: LIMITS.smsPerOwnerAndDay,
        subject: `${phone}:${familiarity === 'address' ? 'addresses' : 'devices'}`,
      },
    ])
  }
  await consume(context, LIMITS.smsPerAddress, client.ipAddress)
  // Before the number is counted: who is not human uses up no one's messages.
  await requireHuman(context.humanCheck, humanToken, client.ipAddress)
  await consumeAll(context, [
    { limit: LIMITS.smsPerPhoneAndMinute, subject: phone },
    { limit: LIMITS.smsPerPhoneAndDay, subject: phone },
  ])
}
