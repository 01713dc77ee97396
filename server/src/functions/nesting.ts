/**
 * The deepest nesting that a function may get or return. JSON.stringify is recursive and overflows the stack at some
 * thousands of levels, while JSON.parse reads any depth.
 */
export const DEEPEST = 200

/** How deep the arrays and objects in a JSON text are nested: 0 for `1`, 2 for `[{}]`. Linear, and not recursive. */
export const nestingOf = (json: string): number => {
  let depth = 0
  let deepest = 0
  let isInText = false
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at]
    if (isInText) {
      if (character === '\\') at += 1
      else if (character === '"') isInText = false
    } else if (character === '"') isInText = true
    else if (character === '[' || character === '{') deepest = Math.max(deepest, (depth += 1))
    else if (character === ']' || character === '}') depth -= 1
  }
  return deepest
}

/** Whether a value read from JSON is nested more than `DEEPEST` levels deep. */
export const isTooDeep = (value: unknown): boolean => {
  try {
    return nestingOf(JSON.stringify(value)) > DEEPEST
  } catch {
    // Of a value read from JSON nothing else can fail than the recursion.
    return true
  }
}
