import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { probeRules } from '../../../simulator/probe/run/table'

const path = (name: string) => fileURLToPath(new URL(`../../../simulator/${name}`, import.meta.url))
const read = (name: string) => readFileSync(path(name), 'utf8')
const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)

const rows = read('RULES.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (rule|---)/.test(line))
  .map((line) => {
    const [rule = '', source = '', files = '', shown = '', asked = ''] = line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('\\', ''))
    const [test = ''] = quoted(shown)
    const title = shown.slice(`\`${test}\`: `.length)
    return { rule, source, files: quoted(files), test, title, asked }
  })

/** What a file must hold to cite a source: the chapter of docs/wechat.md, or the kind of page and its name. */
const citation = (source: string): readonly RegExp[] => {
  const [kind = '', ...words] = source.split(' ')
  const name = words.join(' ')
  if (kind === 'wechat') {
    return name
      .split(', ')
      .map((part) => new RegExp(`docs/wechat\\.md ([\\d.]+, )*${part.replace('.', '\\.')}(?!\\d)`))
  }
  const page = kind === 'API' ? 'reference' : kind
  return [new RegExp(page, 'i'), new RegExp(name.replaceAll('"', '\\W'), 'i')]
}

describe('RULES.md', () => {
  it.each(rows)(
    'a rule of the simulator names its source, its code and its test: $rule',
    ({ source, files, test, title }) => {
      for (const file of files) expect([file, existsSync(path(file))]).toEqual([file, true])
      const code = files.map(read).join('\n')
      const cited = [...source.matchAll(/\[([^\]]+)\]/g)].map(([, name = '']) => name)
      if (cited.length === 0) expect(source).toMatch(/^ours/)
      for (const pattern of cited.flatMap(citation)) expect(code).toMatch(pattern)
      expect(read(`test/${test}`)).toContain(title)
    },
  )

  it.each(rows)('a rule says what a phone is asked of it, or why nothing: $rule', (row) => {
    const probes = row.asked.startsWith('–') ? [] : quoted(row.asked)
    if (probes.length === 0) expect(row.asked).toMatch(/^– .{10,}/)
    const known = probeRules.filter(({ id }) => probes.includes(id))
    expect(known.map(({ id }) => id).sort()).toEqual([...probes].sort())
    const isDoubted = known.some(({ doubt }) => doubt === 'unproven')
    if (isDoubted) expect(`${row.rule} ${row.source}`).toContain('unproven')
  })

  it('simulator/RULES.md has every probe in a row, and probes in a hundred rows', () => {
    const asked = rows.map((row) => (row.asked.startsWith('–') ? [] : quoted(row.asked)))
    const missing = probeRules.filter(({ id }) => !asked.flat().includes(id))
    expect(missing.map(({ id }) => id)).toEqual([])
    expect(asked.filter((probes) => probes.length > 0).length).toBeGreaterThanOrEqual(100)
  })

  it('simulator/RULES.md has a row or more for each point', () => {
    const points = [...read('RULES.md').matchAll(/^## (\d)/gm)].map(([, point]) => point)
    expect(points).toEqual(['1', '2', '3', '4', '7'])
    expect(rows.length).toBeGreaterThan(90)
  })
})
