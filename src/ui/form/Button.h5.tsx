import { buttonClass, type ButtonProps } from './button.types'
import './Button.scss'
import './Button.h5.scss'

/**
 * A browser's own button: focus, keyboard and forms come with it. Open abilities do not exist here. While it is
 * busy it keeps the focus, which browsers take from a disabled one, and refuses the click, also the one that Enter
 * in a field makes.
 */
export const Button = ({
  id,
  label,
  look = 'primary',
  state = 'ready',
  formType,
  onTap,
}: ButtonProps) => {
  const isBusy = state === 'busy'
  return (
    <button
      id={id}
      className={buttonClass({ look, state })}
      type={formType ?? 'button'}
      disabled={state === 'disabled'}
      aria-disabled={isBusy}
      aria-busy={isBusy}
      onClick={(event) => (isBusy ? event.preventDefault() : onTap?.())}
    >
      {isBusy && <span className="button-spinner" />}
      {label}
    </button>
  )
}
