import { useState } from 'react'
import type { User } from '../../baas/user'
import { ConsentNotice } from '../privacy/ConsentNotice'
import { PrivacySheet } from '../privacy/PrivacySheet'
import { useConsent } from '../privacy/use-consent'
import { FromWechat } from './FromWechat'
import { ProfileForm } from './ProfileForm'

/**
 * Both ways to a profile. Consent is asked for first: without it WeChat turns the nickname input into a plain
 * one and says nothing (WeChat rules 1.2, 1.3).
 */
export function ProfilePanel({ user }: { user: User }) {
  const consent = useConsent()
  // The form's fields are uncontrolled: what the button brought gets a new form.
  const [fetched, setFetched] = useState(0)
  return (
    <>
      <ConsentNotice consent={consent} />
      {__FEATURES__.privacySheet === 'own' && <PrivacySheet />}
      {__FEATURES__.profileButton && <FromWechat onSaved={() => setFetched(fetched + 1)} />}
      <ProfileForm key={fetched} user={user} />
    </>
  )
}
