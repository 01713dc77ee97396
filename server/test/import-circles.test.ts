import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

const SOURCE = join(__dirname, '../src')
const IMPORTED = /\bfrom '(\.{1,2}\/[^']+)'/g

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
)
const importsOf = new Map(
  files.map((file) => {
    const found = readFileSync(join(SOURCE, file), 'utf8').matchAll(IMPORTED)
    return [file, [...found].map(([, path]) => `${normalize(join(dirname(file), path ?? ''))}.ts`)]
  }),
)

/** A way from `file` back to itself, or null. */
const circleThrough = (file: string): readonly string[] | null => {
  const seen = new Set<string>()
  const walk = (path: readonly string[]): readonly string[] | null => {
    for (const next of importsOf.get(path.at(-1) ?? '') ?? []) {
      if (next === file) return [...path, next]
      if (seen.has(next)) continue
      seen.add(next)
      const circle = walk([...path, next])
      if (circle !== null) return circle
    }
    return null
  }
  return walk([file])
}

it('no file of the server imports itself by way of others, imports of types counted', () => {
  expect(importsOf.size).toBeGreaterThan(100)
  expect([...importsOf.values()].flat().length).toBeGreaterThan(300)
  // import-x/no-cycle leaves out imports that are types only.
  expect(files.map(circleThrough).filter((circle) => circle !== null)).toEqual([])
})
