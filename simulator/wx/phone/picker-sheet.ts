/** One wheel of a picker: what it offers, and the value it stands at. */
export interface Wheel {
  items: readonly { value: number; text: string }[]
  at: number
}

/** The half-screen sheet of wheels that a `picker` opens (component reference "picker"). */
export interface PickerSheet {
  /** The `header-text`, empty for none. */
  title: string
  /** Where the app puts the wheels now. It may put them elsewhere while the sheet is open. */
  start: () => readonly number[]
  /** The wheels when they stand there, each moved to the nearest value it has: February knows no 31st. */
  wheels: (at: readonly number[]) => readonly Wheel[]
  /** A wheel came to rest, before anyone confirmed. */
  turned: (column: number, value: number) => void
}
