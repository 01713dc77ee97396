import { Text } from '@tarojs/components'
import { useState } from 'react'
import { useAccount } from '../../auth/useAccount'
import { useTexts } from '../../i18n/LanguageProvider'
import { profileTexts } from '../../i18n/profile'
import { Avatar } from '../../ui/content/Avatar'
import { Notice } from '../../ui/feedback/Notice'
import type { Action } from '../shared/use-action'
import { AvatarButton } from './AvatarButton'

interface Props {
  /** The address of the picture as it is. */
  src: string
  name: string
  /** The form waits for it: saved any earlier, the form would lose the picture. */
  upload: Action
  onStored: (address: string) => void
}

/** The picture, which is the button itself: it chooses another and stores it. */
export const AvatarPicker = ({ src, name, upload, onStored }: Props) => {
  const { storePicture } = useAccount()
  const texts = useTexts(profileTexts)
  const [isFailed, setFailed] = useState(false)
  const { state, run } = upload

  const store = (filePath: string) =>
    run(async () => {
      setFailed(false)
      const stored = await storePicture(filePath)
      if (stored.tag === 'done') onStored(stored.value)
      else setFailed(true)
    })

  return (
    <>
      <AvatarButton state={state} onChosen={store}>
        <Avatar src={src} name={name} size="hero" />
        <Text id="profile-avatar-label" className="text-note">
          {state === 'busy'
            ? texts.uploading
            : src === ''
              ? texts.chooseAvatar
              : texts.changeAvatar}
        </Text>
      </AvatarButton>
      {isFailed && <Notice id="profile-avatar-failure" tone="danger" text={texts.uploadFailed} />}
    </>
  )
}
