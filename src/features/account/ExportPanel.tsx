import { Text } from '@tarojs/components'
import { useState } from 'react'
import { attempt } from '../../auth/account/attempt'
import { useAccount } from '../../auth/useAccount'
import { accountTexts } from '../../i18n/account'
import { useTexts } from '../../i18n/LanguageProvider'
import { copyText } from '../../platform/copy-text'
import { Button } from '../../ui/form/Button'
import { Card } from '../../ui/content/Card'
import { PrivacySheet } from '../privacy/PrivacySheet'
import { AttemptNotice } from '../shared/AttemptNotice'
import { useAttempt } from '../shared/use-attempt'
import { useNotCopied } from './use-not-copied'

/** Exports everything that is held about the member, as text to copy. */
export const ExportPanel = () => {
  const { exportData } = useAccount()
  const texts = useTexts(accountTexts)
  const [file, setFile] = useState<string | null>(null)
  const making = useAttempt()
  const copying = useAttempt()

  const make = () =>
    making.start(async () => {
      const outcome = await exportData()
      if (outcome.tag === 'done') setFile(JSON.stringify(outcome.value, null, 2))
      return outcome
    })

  return (
    <Card>
      <Text className="text-note">{texts.exportLead}</Text>
      <Button id="export-make" label={texts.exportMake} state={making.state} onTap={make} />
      <AttemptNotice
        id="export-said"
        attempt={making.attempt}
        done={texts.exportSize}
        texts={{ unsupported: texts.unsupported }}
      />
      {file !== null && (
        <Button
          id="export-copy"
          label={texts.exportCopy}
          look="plain"
          state={copying.state}
          onTap={() => copying.start(() => attempt(copyText(file)))}
        />
      )}
      <AttemptNotice
        id="export-copied"
        attempt={copying.attempt}
        done={texts.exportCopied}
        texts={{ refused: useNotCopied() }}
      />
      {__FEATURES__.privacySheet === 'own' && <PrivacySheet />}
    </Card>
  )
}
