import { Textarea } from '@tarojs/components'
import type { FieldProps } from './field.types'
import { FieldFrame } from './FieldFrame'
import './TextArea.scss'

type Props = Omit<FieldProps, 'kind' | 'onReview'>

/** A labelled input of several lines, uncontrolled as Field is. It grows with its text. */
export const TextArea = (field: Props) => {
  const { id, name, label, initial = '', maxLength = 2000, onChange } = field
  return (
    <FieldFrame {...field}>
      <Textarea
        id={id}
        {...{ 'aria-label': label }}
        name={name}
        className="field-input text-area"
        defaultValue={initial}
        maxlength={maxLength}
        autoHeight
        onInput={({ detail }) => onChange?.(detail.value)}
      />
    </FieldFrame>
  )
}
