import { Button } from '@tarojs/components'
import type { AvatarButtonProps } from './avatar-button.types'
import './AvatarPicker.scss'

/**
 * Chooses a picture with WeChat's own dialog. Cancelling it fires no event, so nothing changes and nothing spins until
 * the event is there (docs/wechat.md 2.3).
 */
export const AvatarButton = ({ state, onChosen, children }: AvatarButtonProps) => {
  return (
    <Button
      id="profile-avatar"
      className={`avatar-picker button-${state}`}
      hoverClass="button-pressed"
      disabled={state !== 'ready'}
      openType="chooseAvatar"
      onChooseAvatar={({ detail }: { detail: { avatarUrl?: string } }) => {
        if (detail.avatarUrl) onChosen(detail.avatarUrl)
      }}
    >
      {children}
    </Button>
  )
}
