import type { FormEvent } from 'react'
import type { FormProps } from './form.types'
import './Form.scss'

/** Collects its fields when its submit button is clicked or Enter is pressed in one of them. */
export const Form = ({ id, username, onSubmit, children }: FormProps) => {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const values = [...new FormData(event.currentTarget)]
    onSubmit(Object.fromEntries(values.map(([name, value]) => [name, String(value)])))
  }
  return (
    <form id={id} className="form" noValidate onSubmit={submit}>
      {username !== undefined && <input hidden readOnly autoComplete="username" value={username} />}
      {children}
    </form>
  )
}
