import { source as AXE, type AxeResults } from 'axe-core'
import type { EngineFrame } from './engine-page'

/** Sentences of axe-core about the document on screen, by the rules of WCAG A and AA but those left out. */
export const axeFaults = async (
  document: Pick<EngineFrame, 'evaluate'>,
  leftOut: readonly string[] = [],
): Promise<string[]> => {
  await document.evaluate(AXE)
  const { violations } = (await document.evaluate(
    'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] })',
  )) as AxeResults
  const counted = violations.filter(({ id }) => !leftOut.includes(id))
  return counted.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join()}`))
}
