import { basename } from 'node:path'
import type { Result } from './results'

const wordsOf = (path: string): readonly string[] =>
  basename(path)
    .replace(/\.test\.tsx?$|\.tsx?$/, '')
    .split('-')

/** Most likely killers first: those that killed mutants of this file, then those with a name like it, then other killers. */
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
    return sameFile * 100 + sameWords * 10 + Math.min(kills.length, 9)
  }
  const scored = tests.map((test) => ({ test, score: scoreOf(test) }))
  return scored.sort((one, other) => other.score - one.score).map(({ test }) => test)
}

/** A few files at a time at first, because each run takes all of its files before it can stop: 2, 6, and the rest. */
export const inRuns = (tests: readonly string[]): readonly (readonly string[])[] =>
  [tests.slice(0, 2), tests.slice(2, 8), tests.slice(8)].filter((run) => run.length > 0)
