import { readFileSync } from 'node:fs'
import { filesOf, type Area } from './areas'
import { isAbout, type Equivalent } from './equivalents'
import { findMutants } from './find-mutants'
import { changed, type Mutant } from './mutant'
import { shuffled } from './sample'
import { typeCheckOf } from './type-check'

/** A sample of the mutants of one area. */
export interface Draw {
  /** To be tried. */
  readonly mutants: readonly Mutant[]
  /** Drawn with them, and on the list of equivalents. */
  readonly equivalents: readonly Mutant[]
  /** How many the compiler refused meanwhile. */
  readonly illTyped: number
}

/** Draws `count` mutants that compile, of the files that begin with `path`; fewer when there are no more. */
export const drawMutants = (
  area: Area,
  { seed, count, folder: path }: { seed: number; count: number; folder: string },
  known: readonly Equivalent[],
): Draw => {
  const files = filesOf(area).filter((file) => file.startsWith(path))
  const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
  const all = [...sources].flatMap(([file, source]) => findMutants(file, source))
  const isWellTyped = typeCheckOf(area.tsconfig)

  const drawn: Mutant[] = []
  let illTyped = 0
  for (const mutant of shuffled(all, seed)) {
    if (drawn.length === count) break
    if (isWellTyped(mutant.file, changed(sources.get(mutant.file) ?? '', mutant))) {
      drawn.push(mutant)
    } else illTyped += 1
  }
  const isEquivalent = (mutant: Mutant) => known.some((entry) => isAbout(entry, mutant))
  return {
    mutants: drawn.filter((mutant) => !isEquivalent(mutant)),
    equivalents: drawn.filter(isEquivalent),
    illTyped,
  }
}
