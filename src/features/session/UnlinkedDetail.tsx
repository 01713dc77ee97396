import { Text } from '@tarojs/components'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { useTexts } from '../../i18n/LanguageProvider'
import { sessionTexts } from '../../i18n/session'
import { Button } from '../../ui/Button'
import { open } from '../navigation/open'
import { FailureNotice } from '../shared/FailureNotice'
import { PhoneEntry } from './PhoneEntry'
import { useAttempt } from '../shared/use-attempt'

/** WeChat is known and no account is: two ways on, and none is forced (docs/wechat.md 6.1). */
export const UnlinkedDetail = () => {
  const continueWithWechat = useWechatAuth((auth) => auth.continueWithWechat)
  const texts = useTexts(sessionTexts)
  const { attempt, state, start } = useAttempt()
  return (
    <>
      <Text className="text-note">{texts.unlinkedLead}</Text>
      <Button
        id="link-continue"
        label={texts.continueWithWechat}
        state={state}
        onTap={() => start(continueWithWechat)}
      />
      {attempt.tag === 'failed' && <FailureNotice id="continue-failure" kind={attempt.kind} />}
      <Button id="link-open" label={texts.linkExisting} look="plain" onTap={() => open('link')} />
      <PhoneEntry />
    </>
  )
}
