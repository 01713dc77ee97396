import { useTexts } from '../../i18n/LanguageProvider'
import { webTexts } from '../../i18n/web'
import { Button } from '../../ui/form/Button'
import { Result } from '../../ui/feedback/Result'
import { replaceWith } from '../navigation/open'

/** A mailed link has done its work: what holds now, and a button to sign in. `id` is the prefix of the ids inside. */
export const DoneToSignIn = ({ id, text }: { id: string; text: string }) => {
  const { signIn } = useTexts(webTexts)
  return (
    <Result id={`${id}-done`} text={text}>
      <Button id={`${id}-sign-in`} label={signIn} onTap={() => replaceWith('signIn')} />
    </Result>
  )
}
