import { useWechatAuth } from '../../auth/useWechatAuth'
import { failureOf, type FailureKind } from '../../baas/failure'
import { useServices } from '../services'

/** `denied`: the code is wrong or too old. `conflict`: the number belongs to another account. */
type SmsOutcome = 'done' | FailureKind

const outcomeOf = (work: Promise<unknown>, meanings: Readonly<Record<number, FailureKind>>) =>
  work.then(
    (): SmsOutcome => 'done',
    (error: unknown): SmsOutcome => failureOf(error, meanings).kind,
  )

/** Codes by text message (wire contract 1.2 #10, #17, #19, #20): a member binds the number, others sign in. */
export function useSms() {
  const { baas } = useServices()
  const isMember = useWechatAuth(({ user }) => user !== null)

  const bind = async (phone: string, code: string): Promise<SmsOutcome> => {
    const current = baas.auth.getCurrentUser()
    const set = current.then((user) => (user._phone === phone ? user : user.setMobilePhone(phone)))
    const outcome = await outcomeOf(set, { 400: 'conflict' })
    if (outcome !== 'done') return outcome
    return outcomeOf((await current).verifyMobilePhone(code), { 400: 'denied' })
  }

  return {
    send: (phone: string) => outcomeOf(baas.sendSmsCode({ phone }), { 400: 'rateLimited' }),
    async confirm(phone: string, code: string): Promise<SmsOutcome> {
      if (!isMember) {
        // Whether this WeChat shall open the account from now on is asked on the home page.
        return outcomeOf(baas.auth.loginWithSmsVerificationCode(phone, code), { 400: 'denied' })
      }
      return bind(phone, code)
    },
  }
}
