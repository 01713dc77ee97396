/** One wheel of a picker: what it offers, and the value it stands at. */
export interface Wheel {
  items: readonly { value: number; text: string }[]
  at: number
}

/** The half-screen sheet of wheels that a `picker` opens (component reference "picker"). */
export interface PickerSheet {
  /** The `header-text`, empty for none. */
  title: string
  /** Where the wheels are by the app. It may move them while the sheet is open. */
  start: () => readonly number[]
  /** The wheels at these places, each moved to the nearest value that it has: there is no 31st of February. */
  wheels: (at: readonly number[]) => readonly Wheel[]
  /** A wheel came to rest, before anyone confirmed. */
  turned: (column: number, value: number) => void
}
