import { buttonClass, type ButtonProps } from './button.types'
import './Button.scss'
import './Button.h5.scss'

/** A browser's own button: focus, keyboard and forms come with it. Open abilities do not exist here. */
export const Button = ({
  id,
  label,
  look = 'primary',
  state = 'ready',
  formType,
  onTap,
}: ButtonProps) => {
  return (
    <button
      id={id}
      className={buttonClass({ look, state })}
      type={formType ?? 'button'}
      disabled={state !== 'ready'}
      aria-busy={state === 'busy'}
      onClick={onTap}
    >
      {state === 'busy' && <span className="button-spinner" />}
      {label}
    </button>
  )
}
