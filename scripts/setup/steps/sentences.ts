import type { Tree } from '../../code/tree'
import { renumbered } from './lines'

/** A part of a file that stays, and how it reads without what has left. */
export interface Sentence {
  readonly in: string
  readonly from: string | RegExp
  readonly to: string
}

type Pair = readonly [from: string | RegExp, to: string]

/** Sentences of one file. */
export const sentencesIn = (path: string, ...pairs: readonly Pair[]): Sentence[] =>
  pairs.map(([from, to]) => ({ in: path, from, to }))

/** Lines of one document that go whole, such as rows of tables and items of lists: each by how it begins. */
export const linesIn = (path: string, ...beginnings: readonly string[]): Sentence[] =>
  beginnings.map((beginning) => ({
    in: path,
    from: new RegExp(`^${beginning.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}.*\n`, 'm'),
    to: '',
  }))

/** Whether a file has the sentence. */
export const isIn = (text: string, { from }: Sentence): boolean =>
  typeof from === 'string' ? text.includes(from) : from.test(text)

/**
 * Rewrites sentences of screens, comments and documents that speak of what leaves. What is not there is passed over:
 * another feature that leaves, too, may have taken it.
 */
export const rewriteSentences = (tree: Tree, sentences: readonly Sentence[]): void => {
  for (const sentence of sentences) {
    const { in: path, from, to } = sentence
    if (!tree.has(path)) continue
    const text = tree.read(path)
    if (!isIn(text, sentence)) continue
    const next = text.replace(from, () => to)
    tree.write(path, path.endsWith('.md') ? renumbered(next) : next)
  }
}
