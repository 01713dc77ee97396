import type { PropsWithChildren } from 'react'

export type TappableProps = PropsWithChildren<{
  /** Stable and readable: tests and the preview find it by it. */
  id: string
  className: string
  /** Whether it is the chosen one of several, or one that may be; left out where nothing is chosen. */
  choice?: 'chosen' | 'open'
  /** For screen readers, where what is shown does not say enough by itself. */
  label?: string
  onTap: () => void
}>
