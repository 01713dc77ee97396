const SPACE = /[ \t\r\n]*/y
const SCALAR =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** Where JSON stops being JSON, as an offset from 0; the length of the text when it only ends too early. */
const faultOffset = (text: string): number => {
  let at = 0
  const skip = (pattern: RegExp) => {
    pattern.lastIndex = at
    const [found] = pattern.exec(text) ?? []
    at += found?.length ?? 0
    return found
  }
  const next = () => {
    skip(SPACE)
    return text[at]
  }
  const take = (sign: string) => {
    if (next() !== sign) return false
    at += 1
    return true
  }
  const members = (end: string, member: () => boolean): boolean => {
    if (take(end)) return true
    do if (!member()) return false
    while (take(','))
    return take(end)
  }
  const entry = () => next() === '"' && skip(SCALAR) !== undefined && take(':') && value()
  const value = (): boolean => {
    if (take('{')) return members('}', entry)
    if (take('[')) return members(']', value)
    return next() !== undefined && skip(SCALAR) !== undefined
  }
  value()
  skip(SPACE)
  return at
}

/** The place of the fault in a text that JSON.parse refuses, counted from 1. */
export const placeOfJsonFault = (text: string): { line: number; column: number } => {
  const before = text.slice(0, faultOffset(text)).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}
