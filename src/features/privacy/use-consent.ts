import { useEffect, useState } from 'react'
import { BaasError, CODE } from '../../baas/errors'
import { useServices } from '../services'

/** How asking for consent ended: `refused` is the person's no, `undeclared` the operator's omission (errno 112). */
export type Consent = 'asking' | 'given' | 'refused' | 'undeclared'

/**
 * Asks for consent to the privacy guide when a page opens that collects personal data (WeChat rules 1.3, B13);
 * once, because asking again after a refusal would nag (WeChat rules 1.6).
 */
export function useConsent(): Consent {
  const { privacy } = useServices().platform
  const [consent, setConsent] = useState<Consent>('asking')
  useEffect(() => {
    let isOpen = true
    const answered = (answer: Consent) => {
      if (isOpen) setConsent(answer)
    }
    privacy.requireConsent().then(
      () => answered('given'),
      (error: unknown) =>
        answered(
          error instanceof BaasError && error.code === CODE.unauthorized ? 'refused' : 'undeclared',
        ),
    )
    return () => {
      isOpen = false
    }
  }, [privacy])
  return consent
}
