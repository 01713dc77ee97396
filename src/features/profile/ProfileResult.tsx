import type { FailureKind } from '../../auth/failure'
import { formTexts } from '../../i18n/forms'
import { useTexts } from '../../i18n/LanguageProvider'
import { profileTexts } from '../../i18n/profile'
import { Notice } from '../../ui/feedback/Notice'
import { Toast } from '../../ui/feedback/Toast'
import { useUndeclaredText } from '../privacy/use-undeclared-text'
import { FailureNotice } from '../shared/FailureNotice'

/** What there is to say after WeChat was asked for a profile. */
export type ProfileResult =
  | { readonly tag: 'nothing' | 'anonymous' | 'refused' | 'undeclared' | 'saved' }
  | { readonly tag: 'failed'; readonly kind: FailureKind }

/** The outcome of WeChat's button, in a sentence. */
export const ProfileResultNotice = ({ result }: { result: ProfileResult }) => {
  const texts = useTexts(profileTexts)
  const { saved } = useTexts(formTexts)
  const undeclared = useUndeclaredText()
  switch (result.tag) {
    case 'nothing':
      return null
    case 'saved':
      return <Toast id="profile-get-said" text={saved} />
    case 'undeclared':
      return <Notice id="profile-get-said" tone="warn" text={undeclared} />
    case 'failed':
      return <FailureNotice id="profile-get-failure" kind={result.kind} />
    case 'anonymous':
    case 'refused':
      return <Notice id="profile-get-said" tone="info" text={texts[result.tag]} />
  }
}
