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

  const setNumber = async (phone: string) => {
    const user = await baas.auth.getCurrentUser()
    if (user._phone !== phone) await user.setMobilePhone(phone)
  }
  const verify = async (code: string) => {
    const user = await baas.auth.getCurrentUser()
    await user.verifyMobilePhone(code)
  }

  return {
    send: (phone: string) => outcomeOf(baas.sendSmsCode({ phone }), { 400: 'rateLimited' }),
    async confirm(phone: string, code: string): Promise<SmsOutcome> {
      if (!isMember) {
        // Whether this WeChat shall open the account from now on is asked on the home page.
        return outcomeOf(baas.auth.loginWithSmsVerificationCode(phone, code), { 400: 'denied' })
      }
      const set = await outcomeOf(setNumber(phone), { 400: 'conflict' })
      return set === 'done' ? outcomeOf(verify(code), { 400: 'denied' }) : set
    },
  }
}
