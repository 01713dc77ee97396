/**
 * How deep the arrays and objects in a JSON text are nested: 0 for `1`, 2 for `[{}]`. Reads brackets only, outside of
 * strings; linear, and not recursive. Reads no further once it is deeper than `enough`.
 */
export const nestingOf = (json: string, enough = Infinity): number => {
  let depth = 0
  let deepest = 0
  let isInString = false
  for (let at = 0; at < json.length && deepest <= enough; at += 1) {
    const character = json[at]
    if (isInString) {
      if (character === '\\') at += 1
      else if (character === '"') isInString = false
    } else if (character === '"') isInString = true
    else if (character === '[' || character === '{') deepest = Math.max(deepest, (depth += 1))
    else if (character === ']' || character === '}') depth -= 1
  }
  return deepest
}
