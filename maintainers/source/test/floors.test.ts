import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { trackedFiles } from '../tracked-files'

const FOLDER = 'src/baas/'
const MOST = { files: 24, floors: 6 }

const files = trackedFiles().filter((file) => file.startsWith(FOLDER))

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)]
    .map(([, specifier = '']) => `${join(dirname(file), specifier)}.ts`)
    .filter((target) => files.includes(target))

/** How many files stand on each other below `file`, itself included. ESLint refuses circles. */
const floorOf = (file: string): number => 1 + Math.max(0, ...importsOf(file).map(floorOf))

describe('the client of the protocol', () => {
  it('the client of the protocol stays a few files on a few floors', () => {
    expect(files.length).toBeLessThanOrEqual(MOST.files)
    expect(files.length).toBeGreaterThan(10)
    expect(Math.max(...files.map(floorOf))).toBeLessThanOrEqual(MOST.floors)
  })
})
