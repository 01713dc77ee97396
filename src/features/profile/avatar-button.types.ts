import type { PropsWithChildren } from 'react'
import type { ButtonState } from '../../ui/form/button.types'

export type AvatarButtonProps = PropsWithChildren<{
  state: ButtonState
  /** Called with a temporary file once the person has chosen one; never when they choose none. */
  onChosen: (filePath: string) => void
}>
