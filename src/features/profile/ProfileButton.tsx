import { failureOf } from '../../auth/failure'
import { useAccount } from '../../auth/useAccount'
import type { Platform } from '../../platform/platform'
import { useLanguage, useTexts } from '../../i18n/LanguageProvider'
import { profileTexts } from '../../i18n/profile'
import { Button } from '../../ui/form/Button'
import { useServices } from '../services'
import { useAction } from '../shared/use-action'
import { isAnonymous } from './anonymous'
import { rememberAnswer } from './last-answer'
import type { ProfileResult } from './ProfileResult'

interface Props {
  askProfile: NonNullable<Platform['askProfile']>
  onSaved: () => void
  onResult: (result: ProfileResult) => void
}

/**
 * The getUserProfile button. WeChat has answered with the anonymous name and a grey picture since November 2022,
 * except to old libraries; then the form below is the way (docs/wechat.md 1.1).
 */
export const ProfileButton = ({ askProfile, onSaved, onResult }: Props) => {
  const { storage, clock } = useServices().platform
  const { saveWechatProfile } = useAccount()
  const { language } = useLanguage()
  const texts = useTexts(profileTexts)
  const { state, run } = useAction()
  const desc = language === 'en' ? __FEATURES__.profileDescEn : __FEATURES__.profileDesc

  const ask = (): Promise<ProfileResult> =>
    // In the tick of the tap, before anything is awaited: WeChat insists on it (docs/wechat.md 1.2).
    askProfile(desc).then(async ({ profile, code }): Promise<ProfileResult> => {
      rememberAnswer(storage, clock.now())
      if (isAnonymous(profile.userInfo ?? {})) return { tag: 'anonymous' }
      const outcome = await saveWechatProfile(profile, code)
      if (outcome.tag === 'failed') return { tag: 'failed', kind: outcome.failure.kind }
      onSaved()
      return { tag: 'saved' }
    })

  const notGiven = (error: unknown): ProfileResult => {
    const { kind } = failureOf(error)
    if (kind === 'undeclared') return { tag: kind }
    if (kind !== 'refused') return { tag: 'failed', kind }
    rememberAnswer(storage, clock.now())
    return { tag: kind }
  }

  return (
    <Button
      id="profile-get"
      label={texts.get}
      look="plain"
      state={state}
      onTap={() => run(() => ask().catch(notGiven).then(onResult))}
    />
  )
}
