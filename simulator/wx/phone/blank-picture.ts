/** A one-pixel PNG. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

/** A picture of one pixel: what an agreeable person chooses, and what a canvas that draws nothing is saved as. */
export const blankPicture = (): { bytes: ArrayBuffer; type: 'image/png' } => ({
  bytes: Uint8Array.from(atob(PIXEL), (letter) => letter.charCodeAt(0)).buffer,
  type: 'image/png',
})
