import { useShareAppMessage } from '@tarojs/taro'
import { useTabTitles } from '../../features/language/use-tab-titles'
import { open } from '../../features/navigation/open'
import { SessionCard } from '../../features/session/SessionCard'
import { homeTexts } from '../../i18n/home'
import { useTexts } from '../../i18n/LanguageProvider'
import { tabTexts } from '../../i18n/tabs'
import { Card } from '../../ui/content/Card'
import { Cell } from '../../ui/content/Cell'
import { Page } from '../../ui/page/Page'

export default function HomePage() {
  const texts = useTexts(homeTexts)
  const { home } = useTexts(tabTexts)
  useTabTitles()
  useShareAppMessage(() => ({ title: texts.title, path: '/pages/home/index' }))
  return (
    <Page kind="tab" title={home} hero={texts.title} lead={texts.lead}>
      <SessionCard />
      <Card inset="rows">
        <Cell id="home-notes" label={texts.notes} onTap={() => open('notes')} />
      </Card>
    </Page>
  )
}
