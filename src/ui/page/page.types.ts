import type { PropsWithChildren } from 'react'

export type PageProps = PropsWithChildren<{
  /** The name of the page: in WeChat's bar, or at the head of a page in the browser. */
  title: string
  /** Words in large letters, for the first page. */
  hero?: string
  /** A sentence below. */
  lead?: string
  /** A page of the tab bar: in the browser, every other one has a way back, or home. */
  kind?: 'tab'
}>
