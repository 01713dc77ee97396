import { Text } from '@tarojs/components'
import { SignInSheetHost } from '../../auth/AuthGate'
import { common } from '../../i18n/common'
import { useTexts } from '../../i18n/LanguageProvider'
import { sessionTexts } from '../../i18n/session'
import { Button } from '../../ui/form/Button'
import { Sheet } from '../../ui/feedback/Sheet'
import { openSignIn } from '../navigation/open'
import { FailureNotice } from '../shared/FailureNotice'
import { useContinue } from './use-continue'

interface Props {
  title: string
  lead: string
}

/** Asks a guest to sign in on the page they are on; what they wanted goes on by itself afterwards. */
export const SignInSheet = (props: Props) => {
  return (
    <SignInSheetHost>
      {({ open, dismiss }) => (open ? <Question {...props} dismiss={dismiss} /> : null)}
    </SignInSheetHost>
  )
}

const Question = ({ title, lead, dismiss }: Props & { dismiss: () => void }) => {
  const { state, start, failure } = useContinue()
  const texts = useTexts(sessionTexts)
  const { notNow } = useTexts(common)
  const isWeb = __TARGET__ === 'h5'
  return (
    <Sheet id="gate" title={title} onDismiss={dismiss}>
      <Text className="text-note">{lead}</Text>
      {failure !== null && <FailureNotice id="gate-failure" kind={failure.kind} />}
      {!isWeb && (
        <Button id="gate-continue" label={texts.continueWithWechat} state={state} onTap={start} />
      )}
      <Button
        id="gate-sign-in"
        label={isWeb ? texts.signIn : texts.linkExisting}
        look={isWeb ? 'primary' : 'plain'}
        onTap={openSignIn}
      />
      <Button id="gate-later" label={notNow} look="quiet" onTap={dismiss} />
    </Sheet>
  )
}
