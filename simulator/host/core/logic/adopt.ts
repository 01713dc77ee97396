/** How a realm makes its own plain values. */
interface Makers {
  array: (values: unknown[]) => unknown[]
  object: () => Record<string, unknown>
  bytes: (source: Uint8Array) => ArrayBuffer
  date: (ms: number) => Date
}

/** Whether a value is an object literal, of any realm; an Error or a page is handed over as it is. */
export const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/** Makes the function that copies plain data into a realm, value by value, as WeChat's bridge does. */
export const createAdopt = (make: Makers) => {
  const adoptValue = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return make.array(value.map(adoptValue))
    const type: unknown = Object.prototype.toString.call(value)
    if (type === '[object ArrayBuffer]') return make.bytes(new Uint8Array(value as ArrayBuffer))
    if (type === '[object Date]') return make.date(Number(value))
    if (!isPlain(value)) return value
    const copy = make.object()
    for (const [key, item] of Object.entries(value)) copy[key] = adoptValue(item)
    return copy
  }
  return <T>(value: T) => adoptValue(value) as T
}
