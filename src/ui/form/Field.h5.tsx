import { useState, type InputHTMLAttributes } from 'react'
import type { FieldProps, FieldKind } from './field.types'
import { FieldFrame } from './FieldFrame'
import { ShowPassword } from './ShowPassword'

type Hints = Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'inputMode' | 'autoComplete'>

const HINTS: Record<FieldKind, Hints> = {
  text: { type: 'text' },
  username: { type: 'text', autoComplete: 'username' },
  email: { type: 'email', inputMode: 'email', autoComplete: 'email' },
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'tel' },
  code: { type: 'text', inputMode: 'numeric', autoComplete: 'one-time-code' },
  password: { type: 'password', autoComplete: 'current-password' },
  newPassword: { type: 'password', autoComplete: 'new-password' },
  nickname: { type: 'text', autoComplete: 'nickname' },
}

/** A labelled input of the browser: password managers, paste and the Enter key work as people know them. */
export const Field = (field: FieldProps) => {
  const { id, name, kind, label, initial = '', example, maxLength, error, hint, onChange } = field
  const secret = kind === 'password' || kind === 'newPassword'
  const [hidden, setHidden] = useState(secret)
  return (
    <FieldFrame {...field}>
      <input
        {...HINTS[kind]}
        {...(secret && !hidden ? { type: 'text' } : {})}
        id={id}
        name={name}
        className="field-input"
        dir="auto"
        defaultValue={initial}
        placeholder={example}
        maxLength={maxLength}
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined && hint === undefined ? undefined : `${id}-under`}
        onChange={({ target }) => onChange?.(target.value)}
      />
      {secret && <ShowPassword id={id} of={label} hidden={hidden} onChange={setHidden} />}
    </FieldFrame>
  )
}
