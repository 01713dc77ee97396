import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { blocksOf, faultsOf } from '../../../test/kit/compile-examples'

const GUIDES = readdirSync('docs/guides').filter((name) => name.endsWith('.en.md'))
const english = GUIDES.map((name) => `docs/guides/${name}`)
const chineseOf = (page: string) => page.replace('.en.md', '.md')

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
}

/** The scripts of package.json that a page names as `npm run …`. */
const scriptsIn = (page: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name)

/** The files of this repository that a page names in backticks. */
const filesIn = (page: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/`((?:src|server|scripts|config|test)\/[\w./-]+\.\w+)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => !/orders|NNNN|api\.d\.ts|\.env$/.test(path))

describe('the guides', () => {
  it('hold code that compiles in the app', () => {
    const blocks = english.flatMap((page) => blocksOf(page, 'tsx'))
    expect(blocks.length).toBeGreaterThanOrEqual(4)
    expect(faultsOf(blocks)).toEqual([])
  }, 120_000)

  it.each(english)('have the same code in both languages: %s', (page) => {
    const codeIn = (one: string) =>
      (['tsx', 'sh'] as const).flatMap((fence) =>
        blocksOf(one, fence).map((code) => code.replace(/ *# .*$/gm, '')),
      )
    expect(codeIn(chineseOf(page))).toEqual(codeIn(page))
  })

  it.each(english)('name scripts that exist: %s', (page) => {
    const named = [...scriptsIn(page), ...scriptsIn(chineseOf(page))]
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
  })

  it.each(english)('name files that exist: %s', (page) => {
    const named = [...filesIn(page), ...filesIn(chineseOf(page))]
    expect(named.filter((path) => !existsSync(path))).toEqual([])
  })
})
