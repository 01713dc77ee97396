import { basename, dirname } from 'node:path'
import type { Result } from './results'

const wordsOf = (path: string): readonly string[] =>
  basename(path)
    .replace(/\.test\.tsx?$|\.tsx?$/, '')
    .split('-')

const folderOf = (path: string): string => basename(dirname(path))

/** Most likely killers first: those that killed mutants of this file, then those with a name or a folder like it, then other killers. */
export const inOrder = (
  tests: readonly string[],
  file: string,
  results: readonly Result[],
): readonly string[] => {
  const words = wordsOf(file)
  const scoreOf = (test: string): number => {
    const kills = results.filter(({ killer }) => killer === test)
    const sameFile = kills.filter((kill) => kill.file === file).length
    const sameWords = wordsOf(test).filter((word) => words.includes(word)).length
    const sameFolder = folderOf(test) === folderOf(file) ? 10 : 0
    return sameFile * 100 + sameWords * 10 + sameFolder + Math.min(kills.length, 9)
  }
  const scored = tests.map((test) => ({ test, score: scoreOf(test) }))
  return scored.sort((one, other) => other.score - one.score).map(({ test }) => test)
}

/** A few files at a time at first, because most mutants are killed by the likeliest: 1, 3, 8, and the rest. */
export const inRuns = (tests: readonly string[]): readonly (readonly string[])[] =>
  [tests.slice(0, 1), tests.slice(1, 4), tests.slice(4, 12), tests.slice(12)].filter(
    (run) => run.length > 0,
  )
