import { useState } from 'react'
import { isAtLeast } from '../../baas/wechat'
import { useServices } from '../services'
import { OldProfileButton } from './OldProfileButton'
import { ProfileButton } from './ProfileButton'
import { ProfileSaid, type Said } from './ProfileSaid'

/** The first base library that signs what getUserProfile gives; those without the call at all are older. */
const SIGNED_SINCE = '2.16.0'

/**
 * The button for WeChat's profile that this WeChat has: the common one, the older one, or none (docs/wechat.md 1.7).
 */
export function FromWechat({ onSaved }: { onSaved: () => void }) {
  const { askProfile, wechat, client } = useServices().platform
  const [said, setSaid] = useState<Said>({ tag: 'nothing' })
  const buttons = { onSaved, onSaid: setSaid }
  if (client === 'WEB') return null
  if (askProfile === undefined && isAtLeast(wechat.libVersion(), SIGNED_SINCE)) return null
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
