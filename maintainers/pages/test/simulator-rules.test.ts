import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const path = (name: string) => fileURLToPath(new URL(`../../../simulator/${name}`, import.meta.url))
const read = (name: string) => readFileSync(path(name), 'utf8')
const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)

const rows = read('RULES.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (rule|---)/.test(line))
  .map((line) => {
    const [rule = '', source = '', files = '', shown = ''] = line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('\\', ''))
    const [test = ''] = quoted(shown)
    return { rule, source, files: quoted(files), test, title: shown.slice(`\`${test}\`: `.length) }
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
  it.each(rows)('$rule', ({ source, files, test, title }) => {
    for (const file of files) expect([file, existsSync(path(file))]).toEqual([file, true])
    const code = files.map(read).join('\n')
    const cited = [...source.matchAll(/\[([^\]]+)\]/g)].map(([, name = '']) => name)
    if (cited.length === 0) expect(source).toMatch(/^ours/)
    for (const pattern of cited.flatMap(citation)) expect(code).toMatch(pattern)
    expect(read(`test/${test}`)).toContain(title)
  })

  it('has a row or more for each point', () => {
    const points = [...read('RULES.md').matchAll(/^## (\d)/gm)].map(([, point]) => point)
    expect(points).toEqual(['1', '2', '3', '4', '7'])
    expect(rows.length).toBeGreaterThan(90)
  })
})
