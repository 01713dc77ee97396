/** Bits by which each step of a round rotates (RFC 1321, section 3.4). */
const SHIFTS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const

const CONSTANTS = Array.from({ length: 64 }, (_none, step) =>
  Math.floor(Math.abs(Math.sin(step + 1)) * 2 ** 32),
)

const padded = (bytes: Uint8Array) => {
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  blocks.set(bytes)
  blocks[bytes.length] = 0x80
  const view = new DataView(blocks.buffer)
  view.setUint32(blocks.length - 8, (bytes.length * 8) % 2 ** 32, true)
  view.setUint32(blocks.length - 4, Math.floor(bytes.length / 2 ** 29), true)
  return view
}

/** The mixing function of a step, and the word of the block that it takes. */
const mix = (step: number, b: number, c: number, d: number): readonly [number, number] => {
  if (step < 16) return [(b & c) | (~b & d), step]
  if (step < 32) return [(d & b) | (~d & c), (5 * step + 1) % 16]
  if (step < 48) return [b ^ c ^ d, (3 * step + 5) % 16]
  return [c ^ (b | ~d), (7 * step) % 16]
}

const rotate = (value: number, bits: number) => (value << bits) | (value >>> (32 - bits))

/** MD5 of bytes, 16 bytes (RFC 1321): the web platform has no such function. */
export const md5 = (bytes: Uint8Array): Uint8Array => {
  const view = padded(bytes)
  let state: readonly [number, number, number, number] = [
    0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476,
  ]
  for (let block = 0; block < view.byteLength; block += 64) {
    let [a, b, c, d] = state
    for (let step = 0; step < 64; step += 1) {
      const [mixed, word] = mix(step, b, c, d)
      const sum = a + mixed + (CONSTANTS[step] ?? 0) + view.getUint32(block + word * 4, true)
      const bits = SHIFTS[Math.floor(step / 16) as 0 | 1 | 2 | 3][(step % 4) as 0 | 1 | 2 | 3]
      ;[a, d, c, b] = [d, c, b, (b + rotate(sum | 0, bits)) | 0]
    }
    state = [(state[0] + a) | 0, (state[1] + b) | 0, (state[2] + c) | 0, (state[3] + d) | 0]
  }
  const digest = new DataView(new ArrayBuffer(16))
  state.forEach((value, at) => digest.setUint32(at * 4, value, true))
  return new Uint8Array(digest.buffer)
}
