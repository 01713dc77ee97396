/**
 * A random UUID, version 4: an id that the app may choose before the server has heard of the note.
 * @param bytes 16 random ones
 */
export const noteId = (bytes: readonly number[]): string => {
  const hex = bytes.map((byte, place) => {
    const marked = place === 6 ? (byte & 0x0f) | 0x40 : place === 8 ? (byte & 0x3f) | 0x80 : byte
    return marked.toString(16).padStart(2, '0')
  })
  const part = (from: number, to: number) => hex.slice(from, to).join('')
  return [part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 16)].join('-')
}
