const FENCE = /^\s*```/

/** The level of a heading; 0 for any other line. */
export const levelOf = (line: string): number => /^#+(?= )/.exec(line)?.[0].length ?? 0

/** Marks of lines that stand in a block of code, where "#" begins a comment. */
export const inCode = (lines: readonly string[]): boolean[] => {
  let isOpen = false
  return lines.map((line) => {
    if (FENCE.test(line)) isOpen = !isOpen
    return isOpen
  })
}

/** Lists of steps that count from one again, where the first of them has left. */
export const renumbered = (text: string): string => {
  const lines = text.split('\n')
  const code = inCode(lines)
  let next = 1
  return lines
    .map((line, at) => {
      if (code[at] === true || line === '' || levelOf(line) > 0) next = 1
      if (code[at] === true || !/^\d+\. /.test(line)) return line
      return line.replace(/^\d+/, () => String(next++))
    })
    .join('\n')
}
