import { Text } from '@tarojs/components'
import { useTexts } from '../../i18n/LanguageProvider'
import { sessionTexts } from '../../i18n/session'
import { Button } from '../../ui/form/Button'
import { open } from '../navigation/open'
import { FailureNotice } from '../shared/FailureNotice'
import { PhoneEntry } from './PhoneEntry'
import type { Continue } from './use-continue'

interface Props {
  continuing: Continue
}

/** WeChat is known and no account is: two ways on, and none is forced (docs/wechat.md 6.1). */
export const UnlinkedDetail = ({ continuing: { state, start, failure } }: Props) => {
  const texts = useTexts(sessionTexts)
  return (
    <>
      <Text className="text-note">{texts.unlinkedLead}</Text>
      <Button id="link-continue" label={texts.continueWithWechat} state={state} onTap={start} />
      {failure !== null && <FailureNotice id="continue-failure" kind={failure.kind} />}
      <Button id="link-open" label={texts.linkExisting} look="plain" onTap={() => open('link')} />
      <PhoneEntry />
    </>
  )
}
