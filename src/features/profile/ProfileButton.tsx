import { BaasError, CODE } from '../../baas/errors'
import { failureOf } from '../../baas/failure'
import type { Platform } from '../../platform/platform'
import { useLanguage, useTexts } from '../../i18n/LanguageProvider'
import { profileTexts } from '../../i18n/profile'
import { Button } from '../../ui/Button'
import { isUndeclared } from '../privacy/undeclared'
import { useServices } from '../services'
import { useAction } from '../shared/use-action'
import { isAnonymous } from './anonymous'
import { rememberAnswer } from './last-answer'
import type { Said } from './ProfileSaid'
import { writeProfile } from './write-profile'

interface Props {
  askProfile: NonNullable<Platform['askProfile']>
  onSaved: () => void
  onSaid: (said: Said) => void
}

/**
 * The getUserProfile button. WeChat has answered with everybody's name and a grey picture since November 2022,
 * except to old libraries; then the form below is the way (docs/wechat.md 1.1).
 */
export function ProfileButton({ askProfile, onSaved, onSaid }: Props) {
  const { platform, baas } = useServices()
  const { language } = useLanguage()
  const texts = useTexts(profileTexts)
  const { state, run } = useAction()
  const { storage, clock } = platform
  const desc = language === 'en' ? __FEATURES__.profileDescEn : __FEATURES__.profileDesc

  const ask = (): Promise<Said> =>
    // In the tick of the tap, before anything is awaited: WeChat insists on it (docs/wechat.md 1.2).
    askProfile(desc).then(async ({ profile, code }): Promise<Said> => {
      rememberAnswer(storage, clock.now())
      if (isAnonymous(profile.userInfo ?? {})) return { tag: 'anonymous' }
      await writeProfile(baas, profile, code)
      onSaved()
      return { tag: 'saved' }
    })

  const notGiven = (error: unknown): Said => {
    if (isUndeclared(error)) return { tag: 'undeclared' }
    const isRefusal = error instanceof BaasError && error.code === CODE.unauthorized
    if (!isRefusal) return { tag: 'failed', kind: failureOf(error).kind }
    rememberAnswer(storage, clock.now())
    return { tag: 'refused' }
  }

  return (
    <Button
      id="profile-get"
      label={texts.get}
      look="plain"
      state={state}
      onTap={() => run(() => ask().catch(notGiven).then(onSaid))}
    />
  )
}
