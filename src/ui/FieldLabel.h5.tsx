import type { FieldLabelFace } from './field-face'

/** The words above a field, tied to it for screen readers and for clicks. */
export const FieldLabel = ({ of, text }: FieldLabelFace) => {
  return (
    <label htmlFor={of} className="field-label">
      {text}
    </label>
  )
}
