import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { FEATURES, type FeatureName } from '../../../scripts/setup/features/feature'
import { leavingWith } from '../../../scripts/setup/leaving'

const everything = new Set<FeatureName>()
const { removal, settings, scripts, workspaces } = leavingWith(everything)
const tests = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.test\.tsx?$/.test(path) && !path.startsWith('scripts/setup'))
  .map((path) => readFileSync(`test/${path}`, 'utf8'))
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
  workspaces: string[]
}

describe('what setup removes by name', () => {
  it.each(removal.tests.titles)('is there: a test whose title begins "%s"', (title) => {
    const escaped = title.replaceAll("'", "\\'")
    const isIn = (text: string) =>
      text.includes(`'${title}`) || text.includes(`"${title}`) || text.includes(`'${escaped}`)
    expect(tests.some(isIn)).toBe(true)
  })

  it.each(removal.tests.rows.filter((row) => !row.startsWith('TARO_APP_')))(
    'is there: a row of a table of tests with "%s"',
    (row) => {
      expect(tests.some((text) => text.includes(`'${row}'`))).toBe(true)
    },
  )

  it.each(Object.keys(settings))('is there: the setting %s', (name) => {
    expect(readFileSync('.env', 'utf8')).toContain(`${name}=`)
  })

  it('is there: every script and workspace', () => {
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining([...new Set(scripts)]))
    expect([...workspaces].sort()).toEqual([...manifest.workspaces].sort())
  })

  it('leaves every word of "keep" something to take along', () => {
    for (const name of FEATURES) {
      const kept = new Set(FEATURES.filter((other) => other !== name))
      const alone = leavingWith(kept).removal
      const all = leavingWith(new Set(FEATURES)).removal
      expect(JSON.stringify(alone)).not.toBe(JSON.stringify(all))
    }
  })

  it('is a folder or file that exists, where it is named by its path', () => {
    const optional =
      /^(compose\.yaml|CONTRIBUTING\.md|test\/unit\/compat\/|src\/(features|pages)\/notes\/)$/
    const paths = removal.files.filter((it) => typeof it === 'string')
    const missing = paths.filter((path) => !existsSync(path) && !optional.test(path))
    expect(missing).toEqual([])
  })
})
