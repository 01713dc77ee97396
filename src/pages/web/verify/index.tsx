import { MembersOnly } from '../../../features/shared/MembersOnly'
import { WholeUser } from '../../../features/shared/WholeUser'
import { useLetterToken } from '../../../features/web/use-letter-token'
import { VerifyLinkPanel } from '../../../features/web/VerifyLinkPanel'
import { VerifyPanel } from '../../../features/web/VerifyPanel'
import { useTexts } from '../../../i18n/LanguageProvider'
import { letterTexts } from '../../../i18n/letters'
import { webTexts } from '../../../i18n/web'
import { Page } from '../../../ui/Page'

export default function VerifyPage() {
  const texts = useTexts(webTexts)
  const { verifyLinkLead } = useTexts(letterTexts)
  const { token, drop } = useLetterToken()
  return (
    <Page title={texts.verifyTitle} lead={token === undefined ? texts.verifyLead : verifyLinkLead}>
      {token === undefined ? (
        <MembersOnly>
          {(user) => <WholeUser user={user}>{(whole) => <VerifyPanel user={whole} />}</WholeUser>}
        </MembersOnly>
      ) : (
        <VerifyLinkPanel token={token} onAskAgain={drop} />
      )}
    </Page>
  )
}
