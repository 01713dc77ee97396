import { buttonClass, type ButtonFace } from './button-face'
import './Button.scss'

/** A browser's own button: focus, keyboard and forms come with it. Open abilities do not exist here. */
export function Button(face: ButtonFace) {
  const { id, label, state = 'ready', formType = 'button', onTap } = face
  return (
    <button
      id={id}
      className={buttonClass(face)}
      type={formType}
      disabled={state !== 'ready'}
      aria-busy={state === 'busy'}
      onClick={onTap}
    >
      {state === 'busy' && <span className="button-spinner" />}
      {label}
    </button>
  )
}
