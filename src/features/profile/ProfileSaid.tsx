import type { FailureKind } from '../../auth/failure'
import { useTexts } from '../../i18n/LanguageProvider'
import { profileTexts } from '../../i18n/profile'
import { Notice } from '../../ui/Notice'
import { useUndeclaredText } from '../privacy/use-undeclared-text'
import { FailureNotice } from '../shared/FailureNotice'

/** What there is to say after WeChat was asked for a profile. */
export type Said =
  | { readonly tag: 'nothing' | 'anonymous' | 'refused' | 'undeclared' | 'saved' }
  | { readonly tag: 'failed'; readonly kind: FailureKind }

const TONE = { anonymous: 'warn', refused: 'info', saved: 'good' } as const

export function ProfileSaid({ said }: { said: Said }) {
  const texts = useTexts(profileTexts)
  const undeclared = useUndeclaredText()
  if (said.tag === 'nothing') return null
  if (said.tag === 'undeclared') {
    return <Notice id="profile-get-said" tone="warn" text={undeclared} />
  }
  if (said.tag === 'failed') return <FailureNotice id="profile-get-failure" kind={said.kind} />
  return <Notice id="profile-get-said" tone={TONE[said.tag]} text={texts[said.tag]} />
}
