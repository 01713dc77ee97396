import { useWechatAuth } from '../../auth/useWechatAuth'
import { useTexts } from '../../i18n/LanguageProvider'
import { notesTexts } from '../../i18n/notes'
import { Button } from '../../ui/form/Button'
import type { ButtonLook } from '../../ui/form/button.types'
import { open } from '../navigation/open'
import { SignInSheet } from '../session/SignInSheet'
import { useAction } from '../shared/use-action'

/** The button for a new note. A guest is asked to sign in first, in place, and then goes on. */
export const WriteNote = ({ label, look }: { label: string; look: ButtonLook }) => {
  const requireAuth = useWechatAuth((auth) => auth.requireAuth)
  const texts = useTexts(notesTexts)
  const { state, run } = useAction()
  // The launch may take seconds to say who this is.
  const write = () =>
    run(async () => {
      if (await requireAuth()) open('noteEdit')
    })
  return (
    <>
      <Button id="note-write" label={label} look={look} state={state} onTap={write} />
      <SignInSheet title={texts.signInTitle} lead={texts.signInLead} />
    </>
  )
}
