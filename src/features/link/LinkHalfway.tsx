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
  state: Extract<LinkState, { tag: 'linking' | 'halfway' }>
  onLeave: () => void
}

/** Signed in, and WeChat still to be linked: nothing has to be typed again. */
export const LinkHalfway = ({ flow, state, onLeave }: Props) => {
  const texts = useTexts(linkTexts)
  const isLinking = state.tag === 'linking'
  return (
    <Card>
      <Text id="link-halfway" className="text-note">
        {isLinking ? texts.linking : texts.halfway}
      </Text>
      {state.tag === 'halfway' && state.problem && (
        <FailureNotice id="link-failure" kind={state.problem} />
      )}
      <Button
        id="link-finish"
        label={texts.finish}
        state={isLinking ? 'busy' : 'ready'}
        onTap={() => void flow.finish()}
      />
      <Button
        id="link-later"
        label={texts.later}
        look="quiet"
        state={isLinking ? 'disabled' : 'ready'}
        onTap={onLeave}
      />
    </Card>
  )
}
