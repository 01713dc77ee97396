import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { blocksOf, faultsOf } from '../../../test/kit/compile-examples'

const GUIDES = readdirSync('docs/guides').filter((name) => name.endsWith('.en.md'))
const english = GUIDES.map((name) => `docs/guides/${name}`)
const chineseOf = (page: string) => page.replace('.en.md', '.md')

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
}

/** The scripts of package.json that a page names as `npm run …`; those of a workspace are left out. */
const scriptsIn = (page: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/npm run ([\w:-]+)(?! -w)\b/g)].map(
    ([, name = '']) => name,
  )

/** The files of this repository that a page names in backticks. */
const filesIn = (page: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/`((?:src|server|scripts|config|test)\/[\w./-]+\.\w+)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => !/orders|NNNN|api\.d\.ts|\.env$/.test(path))

const pairOf = (name: string) => [`${name}.md`, `${name}.en.md`]
const FIRST_READ = [
  ...['README', 'docs/architecture', 'docs/app-api', 'docs/make-it-yours'].flatMap(pairOf),
  ...['AGENTS.md', 'CONTRIBUTING.md', 'maintainers/README.md'],
]

describe('the pages that newcomers read first', () => {
  it.each(FIRST_READ)(
    'the pages that newcomers read first name scripts and files that exist: %s',
    (page) => {
      expect(scriptsIn(page).filter((name) => scripts[name] === undefined)).toEqual([])
      expect(filesIn(page).filter((path) => !existsSync(path))).toEqual([])
    },
  )
})

describe('the guides', () => {
  it('the guides hold code that compiles in the app', () => {
    const blocks = english.flatMap((page) => blocksOf(page, 'tsx'))
    expect(blocks.length).toBeGreaterThanOrEqual(4)
    expect(faultsOf(blocks)).toEqual([])
  }, 120_000)

  it.each(english)('the guides have the same code in both languages: %s', (page) => {
    const codeIn = (one: string) =>
      (['tsx', 'sh'] as const).flatMap((fence) =>
        blocksOf(one, fence).map((code) => code.replace(/ *# .*$/gm, '')),
      )
    expect(codeIn(chineseOf(page))).toEqual(codeIn(page))
  })

  it.each(['docs/guides/testing.en.md', 'docs/guides/testing.md'])(
    'the guides show a test that runs as it stands: %s',
    (page) => {
      expect(readFileSync(page, 'utf8')).toContain(
        `\`\`\`ts\n${readFileSync('test/e2e/example.test.ts', 'utf8')}\`\`\``,
      )
    },
  )

  it.each(english)('the guides name scripts that exist: %s', (page) => {
    const named = [...scriptsIn(page), ...scriptsIn(chineseOf(page))]
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
  })

  it.each(english)('the guides name files that exist: %s', (page) => {
    const named = [...filesIn(page), ...filesIn(chineseOf(page))]
    expect(named.filter((path) => !existsSync(path))).toEqual([])
  })
})
