import { choosePicture } from '../../platform/choose-picture.h5'
import type { AvatarButtonProps } from './avatar-button.types'
import './AvatarPicker.scss'

/** Chooses a picture with the browser's dialog. */
export const AvatarButton = ({ state, onChosen, children }: AvatarButtonProps) => (
  <button
    type="button"
    id="profile-avatar"
    className={`tappable tappable-button avatar-picker button-${state}`}
    disabled={state !== 'ready'}
    // Choosing no picture is no failure.
    onClick={() => void choosePicture().then(onChosen, () => undefined)}
  >
    {children}
  </button>
)
