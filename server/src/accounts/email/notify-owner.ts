import type { Context } from '../../context'
import { isDatabaseTrouble } from '../../db/trouble'
import { consumeEach, LIMITS } from '../../security/limits'
import { openPhone } from '../../security/phone'
import type { User } from '../users/account'

/** What happened to an account that its owner is notified of. */
export type Change =
  | 'email'
  | 'next-email'
  | 'phone'
  | 'next-phone'
  | 'username'
  | 'password'
  | 'wechat-linked'
  | 'reset'
  | 'deleted'

const WORDS: Readonly<Record<Change, readonly [zh: string, en: string]>> = {
  email: ['邮箱已更改', 'the e-mail address was changed'],
  'next-email': [
    '填写了新邮箱，验证后将取代现在的邮箱',
    'a new e-mail address was entered, and replaces the present one once it is verified',
  ],
  phone: ['手机号已更改', 'the phone number was changed'],
  'next-phone': [
    '填写了新手机号，验证后将取代现在的号码',
    'a new phone number was entered, and replaces the present one once it is verified',
  ],
  username: ['用户名已更改', 'the username was changed'],
  password: ['密码已更改', 'the password was changed'],
  'wechat-linked': ['已绑定一个微信', 'a WeChat user was linked'],
  reset: [
    '密码已通过邮件重置，其他登录方式已失效',
    'the password was reset by mail, and the other sign-in methods ended',
  ],
  deleted: ['账号已删除', 'the account was deleted'],
}

const SUBJECT = '账号有变动 · Your account was changed'

type Noticing = Pick<Context, 'background' | 'clock' | 'db' | 'mailer' | 'settings' | 'vault'>

const textOf = (changes: readonly Change[]): string => {
  const zh = changes.map((change) => WORDS[change][0]).join('，')
  const en = changes.map((change) => WORDS[change][1]).join(', ')
  return `你的账号：${zh}。如果不是你本人操作，请立即登录检查或联系我们。\nYour account: ${en}. If this was not you, sign in and check it, or contact us.`
}

/**
 * Sends a notice of these changes to a mailbox or number, in the background. Of one kind of change a recipient gets so
 * many and then one an hour: otherwise an account that changes once a minute could make us pay for a text message a
 * minute. Each kind is counted apart, so that many notices of one hide no other.
 */
const sendNotice = (
  context: Noticing,
  recipient: () => string,
  changes: readonly Change[],
  send: (to: string, text: string) => Promise<void>,
): void =>
  context.background.run(async () => {
    const to = recipient()
    const limit = LIMITS.noticesPerRecipient
    const uses = changes.map((change) => ({ limit, subject: `${to}:${change}` }))
    const passed = await consumeEach(context, uses).catch((error: unknown) => {
      // The change was made, and its owner hears of it also where nothing can be counted.
      if (isDatabaseTrouble(error)) return uses
      throw error
    })
    if (passed.length > 0) await send(to, textOf(changes))
  })

/**
 * Notifies the owner of an account what changed, at the address and number that were verified before the change
 * (docs/decisions/0011, O4): by mail, and by text message where the number itself changed or there is no verified
 * address, or mail is off. In the background: a mailer that fails stops no change.
 */
export const notifyOwner = (
  context: Noticing,
  before: Pick<User, 'email' | 'emailVerified' | 'phoneSealed' | 'phoneVerified'>,
  changes: readonly Change[],
): void => {
  if (changes.length === 0) return
  const { mailer, vault, settings } = context
  const { mail, sms } = settings.mailer
  const email = before.emailVerified && mail.kind !== 'off' ? before.email : null
  const sealed = before.phoneVerified && sms.kind !== 'off' ? before.phoneSealed : null
  if (email !== null) {
    sendNotice(
      context,
      () => email,
      changes,
      (to, text) => mailer.mail({ to, subject: SUBJECT, text: `${text}\n` }),
    )
  }
  const isOfPhone = changes.includes('phone') || changes.includes('next-phone')
  if (sealed !== null && (email === null || isOfPhone)) {
    // Opened there, too: the change has been made, whatever is wrong with the number.
    sendNotice(
      context,
      () => openPhone(vault, sealed),
      changes,
      (to, text) => mailer.sms({ to, text }),
    )
  }
}
