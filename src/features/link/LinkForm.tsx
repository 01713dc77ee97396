import { Text } from '@tarojs/components'
import { failureTexts } from '../../i18n/failure'
import { useTexts } from '../../i18n/LanguageProvider'
import { legalTexts } from '../../i18n/legal'
import { linkTexts } from '../../i18n/link'
import { refusalTexts } from '../../i18n/refusals'
import { Button } from '../../ui/form/Button'
import { Card } from '../../ui/content/Card'
import { Notice } from '../../ui/feedback/Notice'
import { CredentialsForm } from '../account/CredentialsForm'
import { LegalLinks } from '../legal/LegalLinks'
import type { LinkState } from './machine'
import type { LinkFlow } from './flow'

interface Props {
  flow: LinkFlow
  state: Extract<LinkState, { tag: 'filling' | 'checking' }>
}

/** Signs in to an account that exists, or opens one, before WeChat is linked to it. */
export const LinkForm = ({ flow, state }: Props) => {
  const texts = useTexts(linkTexts)
  const { registering } = useTexts(legalTexts)
  const sentences = { ...useTexts(failureTexts), ...useTexts(refusalTexts), ...texts }
  const isNew = state.way === 'register'
  const isChecking = state.tag === 'checking'

  return (
    <Card>
      <Text className="text-note">{isNew ? texts.registerLead : texts.signInLead}</Text>
      <CredentialsForm
        id="link"
        nameId="link-username"
        isNew={isNew}
        submit={isNew ? texts.submitRegister : texts.submitSignIn}
        state={isChecking ? 'busy' : 'ready'}
        onSubmit={(account, password) => void flow.submit(account, password)}
      >
        {!isChecking && state.problem && (
          <Notice id="link-failure" tone="danger" text={sentences[state.problem]} />
        )}
      </CredentialsForm>
      {isNew && <LegalLinks id="link" lead={registering} />}
      <Button
        id="link-back"
        label={texts.otherWay}
        look="quiet"
        state={isChecking ? 'disabled' : 'ready'}
        onTap={flow.goBack}
      />
    </Card>
  )
}
