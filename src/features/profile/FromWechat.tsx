import { useState } from 'react'
import { useAccount } from '../../auth/useAccount'
import { useServices } from '../services'
import { neverAsksAgain, stopAsking } from './last-answer'
import { OldProfileButton } from './OldProfileButton'
import { ProfileButton } from './ProfileButton'
import { ProfileResultNotice, type ProfileResult } from './ProfileResult'

interface Props {
  result: ProfileResult
  onResult: (result: ProfileResult) => void
  onSaved: () => void
}

/**
 * The button for WeChat's profile, where it can bring one: the common one, the older one, or none. After an
 * anonymous answer the button is not shown again on this device: WeChat returns the same to everyone from then on.
 */
export const FromWechat = ({ result, onResult, onSaved }: Props) => {
  const { askProfile, client, storage } = useServices().platform
  const { signsProfiles, returnsOwnProfiles } = useAccount()
  const [isOffered, setOffered] = useState(
    () =>
      client === 'WECHAT' &&
      (__FEATURES__.profileButton === 'always' || returnsOwnProfiles()) &&
      (askProfile !== undefined || !signsProfiles()) &&
      !neverAsksAgain(storage),
  )
  const answered = (answer: ProfileResult) => {
    if (answer.tag === 'anonymous') {
      stopAsking(storage)
      setOffered(false)
    }
    onResult(answer)
  }
  const buttons = { onSaved, onResult: answered }
  return (
    <>
      {isOffered &&
        (askProfile === undefined ? (
          <OldProfileButton {...buttons} />
        ) : (
          <ProfileButton askProfile={askProfile} {...buttons} />
        ))}
      <ProfileResultNotice result={result} />
    </>
  )
}
