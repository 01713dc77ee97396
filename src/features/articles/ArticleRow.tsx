import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { FailureKind } from '../../auth/failure'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { homeTexts } from '../../i18n/home'
import { useTexts } from '../../i18n/LanguageProvider'
import { Tappable } from '../../ui/Tappable'
import { FailureNotice } from '../shared/FailureNotice'
import { useAction } from '../shared/use-action'
import { isKept, keeping, type ArticleName } from './articles'
import './ArticleList.scss'

/** One article, and the way to keep it: taps on other articles run beside this one's. */
export function ArticleRow({ name }: { name: ArticleName }) {
  const { user, requireAuth, updateProfile } = useWechatAuth(
    ({ user, requireAuth, updateProfile }) => ({ user, requireAuth, updateProfile }),
  )
  const [failure, setFailure] = useState<FailureKind | null>(null)
  const texts = useTexts(homeTexts)
  const { run } = useAction()
  const isDone = isKept(user, name)

  const keep = () =>
    run(async () => {
      setFailure(null)
      if (!(await requireAuth())) return
      const outcome = await updateProfile(keeping(name))
      if (outcome.tag === 'failed') setFailure(outcome.failure.kind)
    })

  return (
    <>
      <View id={`article-${name}`} className="article">
        <View className="article-words">
          <Text>{texts[name]}</Text>
          <Text className="text-note">{texts[`${name}Lead`]}</Text>
        </View>
        <Tappable
          id={`keep-${name}`}
          className={`article-keep ${isDone ? 'article-kept' : ''}`}
          onTap={keep}
        >
          <Text>{isDone ? texts.kept : texts.keep}</Text>
        </Tappable>
      </View>
      {failure !== null && <FailureNotice id="keep-failure" kind={failure} />}
    </>
  )
}
