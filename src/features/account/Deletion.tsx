import { useState } from 'react'
import { accountTexts } from '../../i18n/account'
import { useTexts } from '../../i18n/LanguageProvider'
import { Button } from '../../ui/form/Button'
import { Result } from '../../ui/feedback/Result'
import { open } from '../navigation/open'
import { MembersOnly } from '../shared/MembersOnly'
import { DeletionPanel } from './DeletionPanel'

/** The deletion page: the panel for the member, and afterwards the confirmation. */
export const Deletion = () => {
  const [isDone, setDone] = useState(false)
  const texts = useTexts(accountTexts)
  if (!isDone) {
    return <MembersOnly>{() => <DeletionPanel onDone={() => setDone(true)} />}</MembersOnly>
  }
  return (
    <Result id="deletion-done" text={texts.deletionDone}>
      <Button id="deletion-home" label={texts.deletionHome} onTap={() => open('home')} />
    </Result>
  )
}
