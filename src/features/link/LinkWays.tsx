import { Text } from '@tarojs/components'
import { useTexts } from '../../i18n/LanguageProvider'
import { linkTexts } from '../../i18n/link'
import { Button } from '../../ui/form/Button'
import { Card } from '../../ui/content/Card'
import { FailureNotice } from '../shared/FailureNotice'
import type { LinkState } from './machine'
import type { LinkFlow } from './flow'

interface Props {
  flow: LinkFlow
  state: Extract<LinkState, { tag: 'choosing' | 'creating' | 'notCreated' }>
  onLeave: () => void
}

/** The four answers to "no account belongs to this WeChat". */
export const LinkWays = ({ flow, state, onLeave }: Props) => {
  const texts = useTexts(linkTexts)
  const isCreating = state.tag === 'creating'
  const others = isCreating ? 'disabled' : 'ready'
  return (
    <Card>
      <Text className="text-note">{texts.lead}</Text>
      <Button
        id="link-sign-in"
        label={texts.signIn}
        state={others}
        onTap={() => flow.choose('signIn')}
      />
      <Button
        id="link-register"
        label={texts.register}
        look="plain"
        state={others}
        onTap={() => flow.choose('register')}
      />
      <Button
        id="link-continue"
        label={texts.continueWithWechat}
        look="plain"
        state={isCreating ? 'busy' : 'ready'}
        onTap={() => void flow.continueWithWechat()}
      />
      <Button id="link-later" label={texts.later} look="quiet" state={others} onTap={onLeave} />
      {state.tag === 'notCreated' && (
        <FailureNotice
          id="link-failure"
          kind={state.problem}
          texts={{ conflict: texts.cannotCreate, denied: texts.cannotCreate }}
        />
      )}
    </Card>
  )
}
