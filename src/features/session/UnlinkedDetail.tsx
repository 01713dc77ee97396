import { Text } from '@tarojs/components'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { useTexts } from '../../i18n/LanguageProvider'
import { sessionTexts } from '../../i18n/session'
import { Button } from '../../ui/Button'
import { open } from '../navigation/open'
import { FailureNotice } from '../shared/FailureNotice'
import { PhoneEntry } from './PhoneEntry'
import { useAction } from '../shared/use-action'

/** WeChat is known and no account is: two ways on, and none is forced (docs/wechat.md 6.1). */
export const UnlinkedDetail = () => {
  // The failure of the session: while it signs in, this card is another one.
  const { continueWithWechat, failure } = useWechatAuth(({ continueWithWechat, failure }) => ({
    continueWithWechat,
    failure,
  }))
  const texts = useTexts(sessionTexts)
  const { state, run } = useAction()
  return (
    <>
      <Text className="text-note">{texts.unlinkedLead}</Text>
      <Button
        id="link-continue"
        label={texts.continueWithWechat}
        state={state}
        onTap={() => run(async () => void (await continueWithWechat()))}
      />
      {failure !== null && <FailureNotice id="continue-failure" kind={failure.kind} />}
      <Button id="link-open" label={texts.linkExisting} look="plain" onTap={() => open('link')} />
      <PhoneEntry />
    </>
  )
}
