/** How many places a key turns a wheel that has the focus: a picker's in its sheet, and a picker-view's in the page. */
export const WHEEL_STEPS: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -5,
  PageDown: 5,
  Home: -Infinity,
  End: Infinity,
}

/** How long a wheel must be still to have come to rest, in milliseconds. */
export const WHEEL_REST_MS = 120

/** The place of a wheel with places 0 to `last` that is nearest to the wanted one. */
export const nearestPlace = (wanted: number, last: number): number =>
  Math.min(Math.max(wanted, 0), last)
