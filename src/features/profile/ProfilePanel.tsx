import { useState } from 'react'
import type { Member } from '../../auth/member'
import { LoadingCard } from '../../ui/feedback/LoadingCard'
import { ConsentGate } from '../privacy/ConsentGate'
import { FromWechat } from './FromWechat'
import { ProfileForm } from './ProfileForm'
import type { ProfileResult } from './ProfileResult'

/** WeChat's button and the form, both after consent. */
export const ProfilePanel = ({ user }: { user: Member }) => {
  // The form's fields are uncontrolled: a new key fills them with what the button brought.
  const [fetched, setFetched] = useState(0)
  const [result, setResult] = useState<ProfileResult>({ tag: 'nothing' })
  return (
    <ConsentGate user={user}>
      {(isAnswered) =>
        isAnswered ? (
          <>
            {__FEATURES__.profileButton !== 'off' && (
              <FromWechat
                result={result}
                onResult={setResult}
                onSaved={() => setFetched(fetched + 1)}
              />
            )}
            <ProfileForm key={fetched} user={user} onSaved={() => setResult({ tag: 'nothing' })} />
          </>
        ) : (
          <LoadingCard />
        )
      }
    </ConsentGate>
  )
}
