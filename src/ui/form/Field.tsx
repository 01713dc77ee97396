import { Input, type InputProps } from '@tarojs/components'
import { useState } from 'react'
import type { FieldProps, FieldKind, NicknameReview } from './field.types'
import { FieldFrame } from './FieldFrame'
import { ShowPassword } from './ShowPassword'

const KEYBOARD: Record<FieldKind, NonNullable<InputProps['type']>> = {
  text: 'text',
  username: 'text',
  email: 'text',
  phone: 'number',
  code: 'number',
  password: 'text',
  newPassword: 'text',
  nickname: 'nickname',
}

/**
 * A labelled input. Uncontrolled, because WeChat itself clears a nickname that fails its review, and a
 * controlled input would put the text back (docs/wechat.md 2.2, 8.7): read the value at submit.
 */
export const Field = (field: FieldProps) => {
  const {
    id,
    name,
    label,
    kind,
    initial = '',
    example = '',
    maxLength = 999,
    onChange,
    onReview,
  } = field
  const secret = kind === 'password' || kind === 'newPassword'
  const [hidden, setHidden] = useState(secret)
  return (
    <FieldFrame {...field}>
      <Input
        id={id}
        {...{ 'aria-label': label }}
        name={name}
        className="field-input"
        type={KEYBOARD[kind]}
        password={hidden}
        defaultValue={initial}
        placeholder={example}
        placeholderClass="field-example"
        maxlength={maxLength}
        onInput={({ detail }) => onChange?.(detail.value)}
        onNickNameReview={({ detail }: { detail: unknown }) => onReview?.(detail as NicknameReview)}
      />
      {secret && <ShowPassword id={id} of={label} hidden={hidden} onChange={setHidden} />}
    </FieldFrame>
  )
}
