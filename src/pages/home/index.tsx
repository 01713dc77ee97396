import { SessionCard } from '../../features/session/SessionCard'
import { useTexts } from '../../i18n/LanguageProvider'
import { Page } from '../../ui/Page'

export default function HomePage() {
  const texts = useTexts()
  return (
    <Page title={texts.homeTitle} lead={texts.homeLead}>
      <SessionCard />
    </Page>
  )
}
