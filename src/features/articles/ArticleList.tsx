import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { FailureKind } from '../../baas/failure'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { homeTexts } from '../../i18n/home'
import { useTexts } from '../../i18n/LanguageProvider'
import { Card } from '../../ui/Card'
import { Tappable } from '../../ui/Tappable'
import { FailureNotice } from '../shared/FailureNotice'
import { useAction } from '../shared/use-action'
import { ARTICLES, isKept, keeping, type ArticleName } from './articles'
import './ArticleList.scss'

/** Articles for everybody. Keeping one needs a member: asked for in place, and then done without another tap. */
export function ArticleList() {
  const { user, requireAuth, updateProfile } = useWechatAuth(
    ({ user, requireAuth, updateProfile }) => ({ user, requireAuth, updateProfile }),
  )
  const [failure, setFailure] = useState<FailureKind | null>(null)
  const texts = useTexts(homeTexts)
  const { run } = useAction()

  const keep = (name: ArticleName) =>
    run(async () => {
      setFailure(null)
      if (!(await requireAuth())) return
      const outcome = await updateProfile(keeping(name))
      if (outcome.tag === 'failed') setFailure(outcome.failure.kind)
    })

  return (
    <Card heading={texts.reading} inset="rows">
      {ARTICLES.map((name) => (
        <View key={name} id={`article-${name}`} className="article">
          <View className="article-words">
            <Text>{texts[name]}</Text>
            <Text className="text-note">{texts[`${name}Lead`]}</Text>
          </View>
          <Tappable
            id={`keep-${name}`}
            className={`article-keep ${isKept(user, name) ? 'article-kept' : ''}`}
            onTap={() => keep(name)}
          >
            <Text>{isKept(user, name) ? texts.kept : texts.keep}</Text>
          </Tappable>
        </View>
      ))}
      {failure !== null && <FailureNotice id="keep-failure" kind={failure} />}
    </Card>
  )
}
