import { useState } from 'react'
import { BaasError, CODE } from '../../baas/errors'
import { failureOf, type FailureKind } from '../../baas/failure'
import { useLanguage, useTexts } from '../../i18n/LanguageProvider'
import { profileTexts } from '../../i18n/profile'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { useServices } from '../services'
import { FailureNotice } from '../shared/FailureNotice'
import { useAction } from '../shared/use-action'
import { isAnonymous } from './anonymous'
import { rememberAnswer } from './last-answer'
import { writeProfile } from './write-profile'

type Said =
  | { readonly tag: 'nothing' | 'anonymous' | 'refused' | 'saved' }
  | { readonly tag: 'failed'; readonly kind: FailureKind }

const TONE = { anonymous: 'warn', refused: 'info', saved: 'good' } as const

/**
 * The getUserProfile button: only where WeChat still has the API (T36). WeChat has answered with everybody's
 * name and a grey picture since November 2022, except to old libraries; then the form below is the way.
 */
export function ProfileButton({ onSaved }: { onSaved: () => void }) {
  const { platform, baas } = useServices()
  const { language } = useLanguage()
  const texts = useTexts(profileTexts)
  const [said, setSaid] = useState<Said>({ tag: 'nothing' })
  const { state, run } = useAction()
  const { askProfile, storage, clock } = platform
  if (askProfile === undefined) return null

  const ask = () => {
    // In the tick of the tap, before anything is awaited: WeChat insists on it (WeChat rules 1.1, T1).
    const answer = askProfile(
      language === 'en' ? __FEATURES__.profileDescEn : __FEATURES__.profileDesc,
    )
    return answer.then(async ({ profile, code }): Promise<Said> => {
      rememberAnswer(storage, clock.now())
      if (isAnonymous(profile.userInfo ?? {})) return { tag: 'anonymous' }
      await writeProfile(baas, profile, code)
      onSaved()
      return { tag: 'saved' }
    })
  }

  const onTap = () =>
    run(() =>
      ask()
        .catch((error: unknown): Said => {
          const isRefusal = error instanceof BaasError && error.code === CODE.unauthorized
          if (isRefusal) rememberAnswer(storage, clock.now())
          return isRefusal ? { tag: 'refused' } : { tag: 'failed', kind: failureOf(error).kind }
        })
        .then(setSaid),
    )

  return (
    <>
      <Button id="profile-get" label={texts.get} state={state} onTap={onTap} />
      {said.tag === 'failed' && <FailureNotice id="profile-get-failure" kind={said.kind} />}
      {said.tag !== 'failed' && said.tag !== 'nothing' && (
        <Notice id="profile-get-said" tone={TONE[said.tag]} text={texts[said.tag]} />
      )}
    </>
  )
}
