import { Button, Text } from '@tarojs/components'
import { useState } from 'react'
import { useAccount } from '../../auth/useAccount'
import { useTexts } from '../../i18n/LanguageProvider'
import { profileTexts } from '../../i18n/profile'
import { Avatar } from '../../ui/Avatar'
import { Notice } from '../../ui/Notice'
import type { Action } from '../shared/use-action'
import './AvatarPicker.scss'

interface Props {
  /** The address of the picture as it is. */
  src: string
  name: string
  /** The form waits for it: saved any earlier, the form would lose the picture. */
  upload: Action
  onStored: (address: string) => void
}

/**
 * The picture, which is the button itself: it chooses another with WeChat's own dialog. Cancelling it fires no event, so nothing changes and nothing
 * spins until the event is there (docs/wechat.md 2.3).
 */
export const AvatarPicker = ({ src, name, upload, onStored }: Props) => {
  const { storePicture } = useAccount()
  const texts = useTexts(profileTexts)
  const [outcome, setOutcome] = useState<'idle' | 'failed'>('idle')
  const { state, run } = upload

  const store = ({ avatarUrl }: { avatarUrl?: string }) => {
    if (!avatarUrl) return
    run(async () => {
      setOutcome('idle')
      const stored = await storePicture(avatarUrl)
      if (stored.tag === 'done') onStored(stored.value)
      else setOutcome('failed')
    })
  }

  return (
    <>
      <Button
        id="profile-avatar"
        className={`avatar-picker button-${state}`}
        hoverClass="button-pressed"
        disabled={state !== 'ready'}
        openType="chooseAvatar"
        onChooseAvatar={({ detail }) => store(detail)}
      >
        <Avatar src={src} name={name} size="hero" />
        <Text id="profile-avatar-label" className="text-note">
          {state === 'busy'
            ? texts.uploading
            : src === ''
              ? texts.chooseAvatar
              : texts.changeAvatar}
        </Text>
      </Button>
      {outcome === 'failed' && (
        <Notice id="profile-avatar-failure" tone="danger" text={texts.uploadFailed} />
      )}
    </>
  )
}
