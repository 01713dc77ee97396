import { basename, dirname } from 'node:path'
import type { Result } from './results'

const wordsOf = (path: string): readonly string[] =>
  basename(path)
    .replace(/\.test\.tsx?$|\.tsx?$/, '')
    .split('-')
    .map((word) => word.replace(/s$/, ''))

const folderOf = (path: string): string => basename(dirname(path))

/**
 * Most likely killers first: those that killed mutants of this file, then those with a name or a folder like it, then
 * other killers and those whose text has the words of its name.
 */
export const inOrder = (
  tests: readonly string[],
  file: string,
  results: readonly Result[],
  textOf: (test: string) => string,
): readonly string[] => {
  const words = wordsOf(file)
  const scoreOf = (test: string): number => {
    const kills = results.filter(({ killer }) => killer === test)
    const sameFile = kills.filter((kill) => kill.file === file).length
    const sameWords = wordsOf(test).filter((word) => words.includes(word)).length
    const sameFolder = folderOf(test) === folderOf(file) ? 10 : 0
    const text = textOf(test).toLowerCase()
    const mentioned = words.map((word) => Math.min(text.split(word).length - 1, 5))
    const often = mentioned.reduce((sum, count) => sum + count, 0)
    return sameFile * 100 + sameWords * 10 + sameFolder + Math.min(kills.length, 9) + often
  }
  const scored = tests.map((test) => ({ test, score: scoreOf(test) }))
  return scored.sort((one, other) => other.score - one.score).map(({ test }) => test)
}

/** How many of the tests of a mutant run for it alone. */
export const LIKELIEST = 12
