import { useWechatAuth } from '../../auth/useWechatAuth'
import { failureOf, type Failure, type FailureKind } from '../../baas/failure'
import { useServices } from '../services'

/** How a step failed, null when it worked. `denied`: the code is wrong or too old. `conflict`: the number is another account's. */
type SmsOutcome = Failure | null

const outcomeOf = (work: Promise<unknown>, meanings: Readonly<Record<number, FailureKind>>) =>
  work.then(
    (): SmsOutcome => null,
    (error: unknown): SmsOutcome => failureOf(error, meanings),
  )

/** Codes by text message (docs/protocol.md 4.3, 4.10, 4.12, 4.13): a member binds the number, others sign in. */
export function useSms() {
  const { baas } = useServices()
  const isMember = useWechatAuth(({ user }) => user !== null)

  const bind = async (phone: string, code: string): Promise<SmsOutcome> => {
    const current = baas.auth.getCurrentUser()
    const set = current.then((user) => (user._phone === phone ? user : user.setMobilePhone(phone)))
    const failure = await outcomeOf(set, { 400: 'conflict' })
    return failure ?? outcomeOf((await current).verifyMobilePhone(code), { 400: 'denied' })
  }

  return {
    send: (phone: string) => outcomeOf(baas.sendSmsCode({ phone }), { 400: 'rateLimited' }),
    async confirm(phone: string, code: string): Promise<SmsOutcome> {
      if (isMember) return bind(phone, code)
      // Whether this WeChat shall open the account from now on is asked on the home page.
      return outcomeOf(baas.auth.loginWithSmsVerificationCode(phone, code), { 400: 'denied' })
    },
  }
}
