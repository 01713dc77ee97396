import { source as AXE, type AxeResults } from 'axe-core'
import type { EngineFrame } from './engine-page'

/** Sentences of axe-core about the document on screen, by the rules of WCAG A and AA. */
export const axeFaults = async (document: Pick<EngineFrame, 'evaluate'>): Promise<string[]> => {
  await document.evaluate(AXE)
  const { violations } = (await document.evaluate(
    'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] })',
  )) as AxeResults
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join()}`))
}
