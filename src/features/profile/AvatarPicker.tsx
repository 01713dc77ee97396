import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAccount } from '../../auth/useAccount'
import { useTexts } from '../../i18n/LanguageProvider'
import { profileTexts } from '../../i18n/profile'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
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
 * Chooses a picture with WeChat's own dialog. Cancelling it gives no event, so nothing changes and nothing
 * spins until the event is there (docs/wechat.md 2.3).
 */
export function AvatarPicker({ src, name, upload, onStored }: Props) {
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
    <View className="avatar-picker">
      <Avatar src={src} name={name} size="hero" />
      <Button
        id="profile-avatar"
        label={
          state === 'busy' ? texts.uploading : src === '' ? texts.chooseAvatar : texts.changeAvatar
        }
        look="plain"
        state={state}
        openType="chooseAvatar"
        onChooseAvatar={({ detail }) => store(detail)}
      />
      {outcome === 'failed' && (
        <Notice id="profile-avatar-failure" tone="danger" text={texts.uploadFailed} />
      )}
    </View>
  )
}
