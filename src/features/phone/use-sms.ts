import { useWechatAuth } from '../../auth/useWechatAuth'
import { failureOf, type FailureKind } from '../../baas/failure'
import { rememberPending } from '../link/pending'
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
  const { baas, platform } = useServices()
  const isMember = useWechatAuth(({ user }) => user !== null)

  const setNumber = async (phone: string) => {
    const user = await baas.auth.getCurrentUser()
    if (user._phone !== phone) await user.setMobilePhone(phone)
  }
  const verify = async (code: string) => {
    const user = await baas.auth.getCurrentUser()
    await user.verifyMobilePhone(code)
  }
  const signIn = async (phone: string, code: string) => {
    const user = await baas.auth.loginWithSmsVerificationCode(phone, code)
    // The account is proven; whether this WeChat shall open it from now on is asked on the home page.
    if (platform.client === 'WECHAT' && !user.openid) rememberPending(platform.storage, user.id)
  }

  return {
    send: (phone: string) => outcomeOf(baas.sendSmsCode({ phone }), { 400: 'rateLimited' }),
    async confirm(phone: string, code: string): Promise<SmsOutcome> {
      if (!isMember) return outcomeOf(signIn(phone, code), { 400: 'denied' })
      const set = await outcomeOf(setNumber(phone), { 400: 'conflict' })
      return set === 'done' ? outcomeOf(verify(code), { 400: 'denied' }) : set
    },
  }
}
