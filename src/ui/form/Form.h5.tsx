import type { FormEvent } from 'react'
import type { FormProps } from './form.types'
import './Form.scss'

// Not `hidden`: the style sheet of Taro draws every input as a block.
const NOT_DRAWN = { display: 'none' }

/** Focuses the first field with an error, a frame later, when the errors are drawn. */
const focusFirstWrong = (form: HTMLFormElement) =>
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())

/** Collects its fields when its submit button is clicked or Enter is pressed in one of them. */
export const Form = ({ id, username, onSubmit, children }: FormProps) => {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const values = [...new FormData(event.currentTarget)]
    onSubmit(Object.fromEntries(values.map(([name, value]) => [name, String(value)])))
    focusFirstWrong(event.currentTarget)
  }
  return (
    <form id={id} className="form" noValidate onSubmit={submit}>
      {username !== undefined && (
        <input style={NOT_DRAWN} readOnly autoComplete="username" value={username} />
      )}
      {children}
    </form>
  )
}
