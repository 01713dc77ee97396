import type { PropsWithChildren } from 'react'

export type TappableFace = PropsWithChildren<{
  /** Stable and readable: tests and the preview find it by it. */
  id: string
  className: string
  onTap: () => void
}>
