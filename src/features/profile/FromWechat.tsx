import { useState } from 'react'
import { useAccount } from '../../auth/useAccount'
import { useServices } from '../services'
import { OldProfileButton } from './OldProfileButton'
import { ProfileButton } from './ProfileButton'
import { ProfileSaid, type Said } from './ProfileSaid'

/** The button for WeChat's profile that this WeChat has: the common one, the older one, or none (docs/wechat.md 1.7). */
export function FromWechat({ onSaved }: { onSaved: () => void }) {
  const { askProfile, client } = useServices().platform
  const { signsProfiles } = useAccount()
  const [said, setSaid] = useState<Said>({ tag: 'nothing' })
  const buttons = { onSaved, onSaid: setSaid }
  if (client === 'WEB') return null
  if (askProfile === undefined && signsProfiles()) return null
  return (
    <>
      {askProfile === undefined ? (
        <OldProfileButton {...buttons} />
      ) : (
        <ProfileButton askProfile={askProfile} {...buttons} />
      )}
      <ProfileSaid said={said} />
    </>
  )
}
