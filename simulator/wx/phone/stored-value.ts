/** A value as the storage keeps it: JSON as it is, of anything else its type beside its text. */
interface Kept {
  readonly data?: unknown
  readonly type?: string
}

const typeOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1)

const isJson = (type: string, value: unknown): boolean =>
  ['Array', 'Object', 'String', 'Boolean', 'Null'].includes(type) ||
  (type === 'Number' && Number.isFinite(Number(value)))

/**
 * The text that the storage keeps of a value. WeChat keeps the type of the value itself beside it: a Date, NaN and
 * undefined come back as such; inside an object they become what JSON makes of them. What has no text, such as a
 * function, comes back as the empty text (docs/wechat.md 7.3).
 */
export const textOfValue = (value: unknown): string => {
  const type = typeOf(value)
  if (isJson(type, value)) return JSON.stringify({ data: value })
  if (type === 'Date') return JSON.stringify({ data: Number(value), type })
  if (type === 'Number') return JSON.stringify({ data: String(value), type })
  return JSON.stringify({ data: '', ...(type === 'Undefined' && { type }) })
}

/** The value of a text that `textOfValue` made. */
export const valueOfText = (text: string): unknown => {
  const { data, type } = JSON.parse(text) as Kept
  if (type === 'Date') return new Date(Number(data ?? NaN))
  if (type === 'Number') return Number(data)
  return type === 'Undefined' ? undefined : data
}
