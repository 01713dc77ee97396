import { useState } from 'react'
import { BaasError, CODE } from '../../baas/errors'
import { useServices } from '../services'

/** How asking for consent ended: `refused` is the person's no, `undeclared` the operator's omission (errno 112). */
export type Consent = 'given' | 'refused' | 'undeclared'

/** Asks for consent to the privacy guide before what collects personal data (WeChat rules 1.3, B13). */
export function useConsent() {
  const { platform } = useServices()
  const [consent, setConsent] = useState<Consent>('given')

  const ask = async (): Promise<Consent> => {
    const answer = await platform.privacy.requireConsent().then(
      (): Consent => 'given',
      (error: unknown): Consent =>
        error instanceof BaasError && error.code === CODE.unauthorized ? 'refused' : 'undeclared',
    )
    setConsent(answer)
    return answer
  }
  return { consent, ask }
}
