import { useShareAppMessage } from '@tarojs/taro'
import { ArticleList } from '../../features/articles/ArticleList'
import { useTabTitles } from '../../features/language/use-tab-titles'
import { SessionCard } from '../../features/session/SessionCard'
import { SignInSheet } from '../../features/session/SignInSheet'
import { common } from '../../i18n/common'
import { homeTexts } from '../../i18n/home'
import { useTexts } from '../../i18n/LanguageProvider'
import { Page } from '../../ui/Page'

export default function HomePage() {
  const texts = useTexts(homeTexts)
  const { tabHome } = useTexts(common)
  useTabTitles()
  useShareAppMessage(() => ({ title: texts.title, path: '/pages/home/index' }))
  return (
    <Page kind="tab" title={tabHome} hero={texts.title} lead={texts.lead}>
      <SessionCard />
      <ArticleList />
      <SignInSheet title={texts.gateTitle} lead={texts.gateLead} />
    </Page>
  )
}
