import { formTexts } from '../../i18n/forms'
import { useTexts } from '../../i18n/LanguageProvider'
import type { ShowPasswordProps } from './show-password.types'

/** Shows what was typed into a password field while it is pressed in: an eye, whose name stays the same in both states. */
export const ShowPassword = ({ id, of, hidden, onChange }: ShowPasswordProps) => {
  const { show } = useTexts(formTexts)
  return (
    <button
      type="button"
      id={`${id}-show`}
      className="tappable tappable-button field-show"
      aria-label={`${show} ${of}`}
      aria-pressed={!hidden}
      onClick={() => onChange(!hidden)}
    >
      <svg className="field-eye" viewBox="0 0 24 24" aria-hidden>
        <path d="M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12Z" />
        <circle cx="12" cy="12" r="3" />
        {hidden && <path d="M4 4l16 16" />}
      </svg>
    </button>
  )
}
