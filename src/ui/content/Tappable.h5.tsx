import type { KeyboardEvent } from 'react'
import type { TappableProps } from './tappable.types'
import './Tappable.scss'
import './Tappable.h5.scss'

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
}

/** Moves the focus by arrow keys among the choices of a group, from the last to the first and back. */
const onArrow = (event: KeyboardEvent<HTMLElement>) => {
  const step = STEPS[event.key]
  const group = event.currentTarget.closest('[role=radiogroup]')
  if (step === undefined || group === null) return
  event.preventDefault()
  const all = [...group.querySelectorAll<HTMLElement>('[role=radio]')]
  const next = (all.indexOf(event.currentTarget) + step + all.length) % all.length
  all[next]?.focus()
}

/** A row or a word that can be tapped, clicked, or reached with the keyboard. */
export const Tappable = ({ id, className, choice, label, onTap, children }: TappableProps) => {
  return (
    <button
      type="button"
      id={id}
      className={`tappable tappable-button ${className}`}
      {...(label !== undefined && { 'aria-label': label })}
      {...(choice && {
        role: 'radio',
        'aria-checked': choice === 'chosen',
        tabIndex: choice === 'chosen' ? 0 : -1,
        onKeyDown: onArrow,
      })}
      onClick={onTap}
    >
      {children}
    </button>
  )
}
