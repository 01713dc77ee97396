import type { FieldProps } from './field.types'
import { FieldFrame } from './FieldFrame'
import './TextArea.scss'

type Props = Omit<FieldProps, 'kind' | 'onReview'>

/** A labelled input of several lines, uncontrolled as Field is. */
export const TextArea = (field: Props) => {
  const { id, name, initial = '', maxLength = 2000, error, hint, onChange } = field
  return (
    <FieldFrame {...field}>
      <textarea
        id={id}
        name={name}
        className="field-input text-area"
        dir="auto"
        defaultValue={initial}
        maxLength={maxLength}
        rows={8}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined && hint === undefined ? undefined : `${id}-under`}
        onChange={({ target }) => onChange?.(target.value)}
      />
    </FieldFrame>
  )
}
