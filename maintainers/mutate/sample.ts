/** Mulberry32: a small generator whose numbers in [0, 1) a seed decides. */
const numbersFrom = (seed: number) => {
  let state = seed >>> 0
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The items in an order that the seed decides. */
export const shuffled = <T>(items: readonly T[], seed: number): readonly T[] => {
  const next = numbersFrom(seed)
  const keyed = items.map((item) => ({ item, key: next() }))
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item)
}
