import type { TappableProps } from './tappable.types'
import './Tappable.scss'
import './Tappable.h5.scss'

/** A row or a word that can be tapped, clicked, or reached with the keyboard. */
export const Tappable = ({ id, className, choice, label, onTap, children }: TappableProps) => {
  return (
    <button
      type="button"
      id={id}
      className={`tappable tappable-button ${className}`}
      {...(label !== undefined && { 'aria-label': label })}
      {...(choice && { role: 'radio', 'aria-checked': choice === 'chosen' })}
      onClick={onTap}
    >
      {children}
    </button>
  )
}
