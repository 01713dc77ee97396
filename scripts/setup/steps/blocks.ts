/** What begins an item of a list. */
export const MARKER = /^\s*(?:[-*]|\d+\.)\s+/

/** The lines of a document in blocks: paragraphs and items as one, and what is no sentence, such as code, line by line. */
export const blocksOf = (text: string): { readonly text: string; readonly isProse: boolean }[] => {
  const blocks: { text: string; isProse: boolean }[] = []
  let isCode = false
  for (const line of text.split('\n')) {
    const isFence = /^\s*```/.test(line)
    const isProse = !isCode && !isFence && !/^\s*(\||#|$)/.test(line)
    const last = blocks.at(-1)
    if (isProse && last?.isProse === true && !MARKER.test(line)) last.text += `\n${line}`
    else blocks.push({ text: line, isProse })
    if (isFence) isCode = !isCode
  }
  return blocks
}
