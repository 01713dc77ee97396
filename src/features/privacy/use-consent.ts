import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { failureOf } from '../../auth/failure'
import type { Member } from '../../auth/member'
import { quietly, storedAt } from '../../auth/storage'
import { useServices } from '../services'
import { askableFrom } from './refusal'
import { WITHDRAWN } from './withdrawal'

/**
 * How asking for consent ended: `refused` is the person's no, `withdrawn` the yes they took back in this app,
 * `undeclared` the operator's omission (errno 112), and `unknown` a WeChat that did not say.
 */
export type Consent = 'asking' | 'given' | 'refused' | 'withdrawn' | 'undeclared' | 'unknown'

const consentAfter = (error: unknown): Consent => {
  const { kind } = failureOf(error)
  return kind === 'undeclared' || kind === 'refused' ? kind : 'unknown'
}

/**
 * Asks for consent to the privacy guide when a page opens that collects personal data (docs/wechat.md 3.1);
 * once, because asking again after a refusal would nag (docs/wechat.md 6.2). `agree` is the person's own wish.
 * @param user whose data it is; null for a guest
 */
export const useConsent = (
  user: Member | null,
): {
  consent: Consent
  /** From when on `agree` can ask, in milliseconds since 1970; 0: at once. */
  askableFromMs: number
  agree: () => void
} => {
  const { privacy, storage, clock } = useServices().platform
  const [askableFromMs, setAskableFromMs] = useState(0)
  const isWithdrawn = () => user !== null && storedAt(storage, WITHDRAWN) === user.id
  const [consent, setConsent] = useState<Consent>(() => (isWithdrawn() ? 'withdrawn' : 'asking'))
  // The privacy guide, which this page leads to, is where consent is taken back.
  useDidShow(() => {
    if (isWithdrawn()) setConsent('withdrawn')
  })
  const isOpen = useRef(true)
  const isAsking = consent === 'asking'

  useEffect(() => {
    isOpen.current = true
    return () => {
      isOpen.current = false
    }
  }, [])

  useEffect(() => {
    if (!isAsking) return
    const answered = (answer: Consent) => {
      // Our own sheet, unlike WeChat's popup, is shown after every refusal.
      const isSilent = answer === 'refused' && __FEATURES__.privacySheet === 'official'
      const from = isSilent ? askableFrom(storage, clock.now()) : 0
      if (!isOpen.current) return
      setAskableFromMs(from)
      setConsent(answer)
    }
    privacy.requireConsent().then(
      () => answered('given'),
      (error: unknown) => answered(consentAfter(error)),
    )
  }, [isAsking, privacy, storage, clock])

  const agree = useCallback(() => {
    quietly(() => storage.remove(WITHDRAWN))
    setConsent('asking')
  }, [storage])
  return { consent, askableFromMs, agree }
}
