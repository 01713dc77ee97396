import { ARTICLES } from './articles'
import { ArticleRow } from './ArticleRow'
import { homeTexts } from '../../i18n/home'
import { useTexts } from '../../i18n/LanguageProvider'
import { Card } from '../../ui/Card'

/** Articles for everybody. Keeping one needs a member: asked for in place, and then done without another tap. */
export function ArticleList() {
  const texts = useTexts(homeTexts)
  return (
    <Card heading={texts.reading} inset="rows">
      {ARTICLES.map((name) => (
        <ArticleRow key={name} name={name} />
      ))}
    </Card>
  )
}
