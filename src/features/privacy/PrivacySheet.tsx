import { Text } from '@tarojs/components'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useTexts } from '../../i18n/LanguageProvider'
import { privacyTexts } from '../../i18n/privacy'
import { Button } from '../../ui/form/Button'
import { Sheet } from '../../ui/feedback/Sheet'
import { open } from '../navigation/open'
import { useServices } from '../services'
import type { PrivacyQueue } from './queue'

const AGREE = 'privacy-agree'

/** Our own question for consent, in builds that do not leave it to WeChat's popup. */
export const PrivacySheet = () => {
  const { privacyQueue } = useServices()
  return privacyQueue === undefined ? null : <Question privacyQueue={privacyQueue} />
}

const Question = ({ privacyQueue }: { privacyQueue: PrivacyQueue }) => {
  const { asking, exposed, agree, disagree } = privacyQueue
  const isAsking = useStore(asking)
  const texts = useTexts(privacyTexts)
  useEffect(() => {
    if (isAsking) exposed()
  }, [isAsking, exposed])
  // No one can answer on a page that is gone, and a call without an answer would hang for ever.
  useEffect(() => disagree, [disagree])
  if (!isAsking) return null
  return (
    <Sheet id="privacy" title={texts.sheetTitle} onDismiss={disagree}>
      <Text className="text-note">{texts.sheetLead}</Text>
      <Button id="privacy-read" label={texts.read} look="quiet" onTap={() => open('privacy')} />
      <Button
        id={AGREE}
        label={texts.agree}
        openType="agreePrivacyAuthorization"
        onAgreePrivacyAuthorization={() => agree(AGREE)}
      />
      <Button id="privacy-disagree" label={texts.disagree} look="quiet" onTap={disagree} />
    </Sheet>
  )
}
