import { useTexts } from '../../i18n/LanguageProvider'
import { linkTexts } from '../../i18n/link'
import { Button } from '../../ui/form/Button'
import { Card } from '../../ui/content/Card'
import { Notice } from '../../ui/feedback/Notice'
import type { LinkConflict as Conflict } from './conflict'
import type { LinkFlow } from './flow'

interface Props {
  flow: LinkFlow
  conflict: Conflict
  onLeave: () => void
}

/** This WeChat and the account cannot be linked. Nothing is merged; the person chooses how to go on. */
export const LinkConflict = ({ flow, conflict, onLeave }: Props) => {
  const texts = useTexts(linkTexts)
  const isKnown = conflict === 'wechatTaken' || conflict === 'unionTaken'
  return (
    <Card>
      <Notice id="link-conflict" tone="warn" text={texts[conflict]} />
      {isKnown && (
        <Button
          id="link-continue"
          label={texts.useWechat}
          onTap={() => void flow.continueWithWechat()}
        />
      )}
      <Button
        id="link-other"
        label={conflict === 'unionSplit' ? texts.signIn : texts.otherAccount}
        look={isKnown ? 'plain' : 'primary'}
        onTap={() => void flow.otherAccount()}
      />
      <Button id="link-later" label={texts.stay} look="quiet" onTap={onLeave} />
    </Card>
  )
}
