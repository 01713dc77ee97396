import type { PropsWithChildren } from 'react'

export type FormFace = PropsWithChildren<{
  id: string
  /** Called with what every named field inside holds, by a button with `formType="submit"`. */
  onSubmit: (values: Readonly<Record<string, string>>) => void
}>
