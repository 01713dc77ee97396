import type { PropsWithChildren } from 'react'

export type SheetProps = PropsWithChildren<{
  id: string
  title: string
  /** The person taps beside it (on the web also Escape): the same as "not now". */
  onDismiss: () => void
}>
