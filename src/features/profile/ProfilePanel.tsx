import { useState } from 'react'
import type { Member } from '../../auth/member'
import { ConsentGate } from '../privacy/ConsentGate'
import { FromWechat } from './FromWechat'
import { ProfileForm } from './ProfileForm'

/** Both ways to a profile, after consent. */
export function ProfilePanel({ user }: { user: Member }) {
  // The form's fields are uncontrolled: what the button brought gets a new form.
  const [fetched, setFetched] = useState(0)
  return (
    <ConsentGate user={user}>
      {__FEATURES__.profileButton && <FromWechat onSaved={() => setFetched(fetched + 1)} />}
      <ProfileForm key={fetched} user={user} />
    </ConsentGate>
  )
}
