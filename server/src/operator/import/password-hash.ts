// What argon2 may cost: an imported hash is computed at every sign-in.
const HASH =
  /^\$argon2(?:id|i|d)\$v=19\$m=([1-9]\d{0,4}),t=(?:[1-9]|10),p=([1-4])\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,172})$/
const MOST_MEMORY_KIB = 65_536
// What argon2 itself asks for (RFC 9106, 3.1).
const LEAST_MEMORY_KIB_PER_LANE = 8

const isBase64 = (text: string): boolean =>
  Buffer.from(text, 'base64').toString('base64').replace(/=+$/, '') === text

/** Whether argon2 takes a hash, at a bearable cost: another would fail every sign-in of its account. */
export const isHash = (text: string): boolean => {
  const [, memory, lanes, salt = '', digest = ''] = HASH.exec(text) ?? []
  const kib = Number(memory)
  return (
    kib <= MOST_MEMORY_KIB &&
    kib >= LEAST_MEMORY_KIB_PER_LANE * Number(lanes) &&
    isBase64(salt) &&
    isBase64(digest)
  )
}
