import { Text } from '@tarojs/components'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { useTexts } from '../../i18n/LanguageProvider'
import { sessionTexts } from '../../i18n/session'
import { Button } from '../../ui/Button'
import { open } from '../navigation/open'
import { PhoneEntry } from './PhoneEntry'
import { useAction } from '../shared/use-action'

/** WeChat is known and no account is: two ways on, and none is forced (docs/wechat.md 6.1). */
export function UnlinkedDetail() {
  const continueWithWechat = useWechatAuth((auth) => auth.continueWithWechat)
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
      <Button id="link-open" label={texts.linkExisting} look="plain" onTap={() => open('link')} />
      <PhoneEntry />
    </>
  )
}
