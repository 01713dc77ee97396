import type { PropsWithChildren } from 'react'

export type HeadingProps = PropsWithChildren<{
  id?: string
  className: string
}>
