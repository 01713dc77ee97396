import { useAccount } from '../../auth/useAccount'
import { useTexts } from '../../i18n/LanguageProvider'
import { profileTexts } from '../../i18n/profile'
import { Button } from '../../ui/form/Button'
import { useServices } from '../services'
import { useAction } from '../shared/use-action'
import { isAnonymous } from './anonymous'
import { rememberAnswer } from './last-answer'
import type { ProfileResult } from './ProfileResult'

interface Props {
  onSaved: () => void
  onResult: (result: ProfileResult) => void
}

/** The getUserInfo button, for base libraries older than getUserProfile, 2.10.4 (docs/wechat.md 1.5). */
export const OldProfileButton = ({ onSaved, onResult }: Props) => {
  const { storage, clock } = useServices().platform
  const { saveWechatProfile } = useAccount()
  const texts = useTexts(profileTexts)
  const { state, run } = useAction()

  const take = async (detail: { userInfo?: { nickName: string; avatarUrl: string } }) => {
    const { userInfo } = detail
    rememberAnswer(storage, clock.now())
    if (userInfo === undefined) return onResult({ tag: 'refused' })
    if (isAnonymous(userInfo)) return onResult({ tag: 'anonymous' })
    const outcome = await saveWechatProfile({ userInfo: { ...userInfo } }, '')
    if (outcome.tag === 'failed') return onResult({ tag: 'failed', kind: outcome.failure.kind })
    onSaved()
    onResult({ tag: 'saved' })
  }

  return (
    <Button
      id="profile-get"
      label={texts.get}
      look="plain"
      state={state}
      openType="getUserInfo"
      onGetUserInfo={({ detail }) => run(() => take(detail))}
    />
  )
}
