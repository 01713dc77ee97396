import type { FieldFace } from './field-face'
import { FieldFrame } from './FieldFrame'
import './TextArea.scss'

type Props = Omit<FieldFace, 'kind' | 'onReview'>

/** A labelled input of several lines, uncontrolled as Field is. */
export const TextArea = (field: Props) => {
  const { id, name, initial = '', maxLength = 2000, error, hint, onChange } = field
  return (
    <FieldFrame {...field}>
      <textarea
        id={id}
        name={name}
        className="field-input text-area"
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
