import type { ButtonProps as TaroButtonProps } from '@tarojs/components'

/** What a button can do now: `busy` shows that its work is under way, and like `disabled` takes no tap. */
export type ButtonState = 'ready' | 'busy' | 'disabled'

/** The weight of a button among its neighbours. */
export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger'

/** What both builds' buttons take. Everything else of WeChat's button (open-type and its events) passes through. */
export interface ButtonProps extends Omit<
  TaroButtonProps,
  'id' | 'children' | 'onClick' | 'disabled'
> {
  /** Stable and readable: tests and the preview find the button by it. */
  id: string
  label: string
  look?: ButtonLook
  state?: ButtonState
  onTap?: () => void
}

/** The classes of a button of this look, in this state. */
export const buttonClass = ({
  look = 'primary',
  state = 'ready',
}: Pick<ButtonProps, 'look' | 'state'>) => `button button-${look} button-${state}`
