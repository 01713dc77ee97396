import { areas, filesOf } from '../areas'
import { findMutants } from '../find-mutants'
import { changed } from '../mutant'

const FILE = 'some/file.ts'

/** What becomes of a text, mutant by mutant. */
const outcomes = (source: string): readonly string[] =>
  findMutants(FILE, source).map((mutant) => changed(source, mutant))

describe('the mutants of a text', () => {
  it.each([
    ['if (a) b()', ['if (true) b()', 'if (false) b()', 'if (a) {}']],
    ['x = a ? b : c', ['x = true ? b : c', 'x = false ? b : c', '{}']],
    ['x = !a', ['x = a', '{}']],
    ['while (a) {}', ['while (false) {}']],
    ['const x = a && b', ['const x = a || b', 'const x = a', 'const x = b']],
    ['const x = a ?? b', ['const x = a', 'const x = b']],
    ['const x = a < b', ['const x = a <= b', 'const x = a >= b']],
    ['const x = a === b', ['const x = a !== b']],
    ['const x = a + 1', ['const x = a - 1', 'const x = a + 2']],
    ['const x = true', ['const x = false']],
    ["const x = 'word'", ["const x = ''"]],
    ['const x = { a, b }', ['const x = { b }', 'const x = { a }']],
    ['const x = [a]', ['const x = []']],
    ['const x = f(a)', ['const x = a']],
    ['const x = a.b(c)', ['const x = c', 'const x = a']],
    ['const x = await a', ['const x = a']],
    ['const f = () => a', ['const f = () => {}']],
    ['throw a', ['{}']],
    ['const x = sql`a and b > 1`', ['const x = sql`a or b > 1`', 'const x = sql`a and b >= 1`']],
  ])('every mutant of the text is found: %s', (source, expected) => {
    expect([...outcomes(source)].sort()).toEqual([...expected].sort())
  })

  it.each([
    'import { a } from "b"',
    'interface A { b: 1 }',
    'type A = "b" | true',
    'const x = "a sentence for people"',
    'const x = new ApiError(400, "code")',
    'const f = () => undefined',
    'const x = `a and b`',
  ])('a text has no mutants where nothing but types and sentences could change: %s', (source) => {
    expect(outcomes(source)).toEqual([])
  })

  it('the mutants of a text are no two alike, and are named by their whole line', () => {
    const source = 'const a = 1\nif (b) {\n  c()\n}\n'
    const mutants = findMutants(FILE, source)
    const texts = mutants.map((mutant) => changed(source, mutant))
    expect(new Set(texts).size).toBe(texts.length)
    expect(mutants.find(({ text }) => text === 'false')).toMatchObject({
      file: FILE,
      line: 2,
      before: 'if (b) {',
      after: 'if (false) {',
    })
  })
})

describe('the areas', () => {
  it.each(areas)('the area $folder has files, and mutants in them', (area) => {
    const files = filesOf(area)
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) expect(file.startsWith(`${area.folder}/`)).toBe(true)
  })
})
