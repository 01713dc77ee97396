/** How many values of one object are written at most. */
const MOST_VALUES = 1000

/** Writes what JSON cannot write: circles, functions, large integers. */
const inWords = () => {
  const above: object[] = []
  let count = 0
  return function write(this: object, _key: string, value: unknown): unknown {
    if (typeof value === 'bigint') return `${value}n`
    if (typeof value === 'function') return `[function ${value.name}]`
    if (typeof value !== 'object' || value === null) return value
    while (above.length > 0 && above[above.length - 1] !== this) above.pop()
    if (above.includes(value)) return '[circular]'
    if ((count += 1) > MOST_VALUES) return '…'
    above.push(value)
    return value
  }
}

/** A value of a mini-program as text for a person: text as it is, anything else as JSON. Never throws, whatever the value is. */
export const readable = (value: unknown): string => {
  if (typeof value === 'string') return value
  try {
    return JSON.stringify(value, inWords()) ?? String(value)
  } catch {
    return Object.prototype.toString.call(value)
  }
}
