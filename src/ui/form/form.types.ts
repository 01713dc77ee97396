import type { PropsWithChildren } from 'react'

export type FormProps = PropsWithChildren<{
  id: string
  /** Whose password the form changes, for password managers: they read it from a field that no one sees. */
  username?: string | undefined
  /** Called with what every named field inside holds, by a button with `formType="submit"`. */
  onSubmit: (values: Readonly<Record<string, string>>) => void
}>
