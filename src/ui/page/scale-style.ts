import type { CSSProperties } from 'react'

/** Hands the person's text scale to the styles of type.scss. */
export const scaleStyle = (scale: number): CSSProperties =>
  ({ '--text-scale': scale }) as CSSProperties
