import type { Wheel } from '../../../wx/picker-sheet'

/** How one mode of the `picker` turns attributes into wheels, and wheels into what `change` tells. */
export interface Mode {
  start(): readonly number[]
  wheels(at: readonly number[]): readonly Wheel[]
  detail(at: readonly number[]): { value: unknown; code?: readonly string[] }
}

/** Reads an attribute or the value the control holds. */
export type Read = (name: string) => unknown
