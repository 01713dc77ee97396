import type { FieldLabelProps } from './field.types'

/** The words above a field, tied to it for screen readers and for clicks. */
export const FieldLabel = ({ of, text }: FieldLabelProps) => {
  return (
    <label htmlFor={of} className="field-label">
      {text}
    </label>
  )
}
