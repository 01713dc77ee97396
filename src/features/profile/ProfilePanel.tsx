import { useState } from 'react'
import type { Member } from '../../auth/member'
import { LoadingCard } from '../../ui/feedback/LoadingCard'
import { ConsentGate } from '../privacy/ConsentGate'
import { FromWechat } from './FromWechat'
import { ProfileForm } from './ProfileForm'
import type { Said } from './ProfileSaid'

/** The ways to a profile, after consent. */
export const ProfilePanel = ({ user }: { user: Member }) => {
  // The form's fields are uncontrolled: what the button brought gets a new form.
  const [fetched, setFetched] = useState(0)
  const [said, setSaid] = useState<Said>({ tag: 'nothing' })
  return (
    <ConsentGate user={user}>
      {(isAnswered) =>
        isAnswered ? (
          <>
            {__FEATURES__.profileButton !== 'off' && (
              <FromWechat said={said} onSaid={setSaid} onSaved={() => setFetched(fetched + 1)} />
            )}
            <ProfileForm key={fetched} user={user} onSaved={() => setSaid({ tag: 'nothing' })} />
          </>
        ) : (
          <LoadingCard />
        )
      }
    </ConsentGate>
  )
}
