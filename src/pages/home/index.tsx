import { useShareAppMessage } from '@tarojs/taro'
import { useTabTitles } from '../../features/language/use-tab-titles'
import { open } from '../../features/navigation/open'
import { SessionCard } from '../../features/session/SessionCard'
import { common } from '../../i18n/common'
import { homeTexts } from '../../i18n/home'
import { useTexts } from '../../i18n/LanguageProvider'
import { Card } from '../../ui/Card'
import { Cell } from '../../ui/Cell'
import { Page } from '../../ui/Page'

export default function HomePage() {
  const texts = useTexts(homeTexts)
  const { tabHome } = useTexts(common)
  useTabTitles()
  useShareAppMessage(() => ({ title: texts.title, path: '/pages/home/index' }))
  return (
    <Page kind="tab" title={tabHome} hero={texts.title} lead={texts.lead}>
      <SessionCard />
      <Card inset="rows">
        <Cell id="home-notes" label={texts.notes} onTap={() => open('notes')} />
      </Card>
    </Page>
  )
}
