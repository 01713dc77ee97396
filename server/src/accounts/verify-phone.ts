import { and, eq } from 'drizzle-orm'
import type { Context } from '../context'
import { users } from '../db/schema'
import { ApiError } from '../errors'
import { openPhone } from '../security/phone'
import type { Account, User } from './account'
import { spendSmsCode, type SmsSender } from './sms-code'

const phoneOf = ({ vault }: Context, { phoneSealed }: Pick<User, 'phoneSealed'>): string => {
  if (phoneSealed === null)
    throw new ApiError(400, 'This account has no phone number: set one first.')
  return openPhone(vault, phoneSealed)
}

/**
 * Marks the caller's number as proved, by the code sent to it (wire contract 1.2 #19). Rejects with 400 for a wrong
 * code, or an account without a number.
 */
export const verifyOwnPhone = async (
  context: Context,
  { user }: Account,
  code: string | number,
  from: SmsSender,
): Promise<void> => {
  const phone = phoneOf(context, user)
  await spendSmsCode(context, phone, code, from)
  await context.db
    .update(users)
    .set({ phoneVerified: true, updatedAt: new Date(context.clock.now()) })
    .where(and(eq(users.id, user.id), eq(users.phoneIndex, user.phoneIndex ?? '')))
}
