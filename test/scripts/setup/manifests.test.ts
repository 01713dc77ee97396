import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { FEATURES, type FeatureName } from '../../../scripts/setup/features/feature'
import { leavingWith } from '../../../scripts/setup/leaving'
import { isIn } from '../../../scripts/setup/steps/sentences'

const everything = new Set<FeatureName>()
const { removal, settings, sections, scripts, workspaces } = leavingWith(everything)
const tests = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.test\.tsx?$/.test(path) && !path.startsWith('scripts/setup'))
  .map((path) => readFileSync(`test/${path}`, 'utf8'))
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
  workspaces: string[]
}

describe('what setup removes by name', () => {
  it.each(removal.tests.titles)(
    'a test that setup removes is there, with a title that begins "%s"',
    (title) => {
      const escaped = title.replaceAll("'", "\\'")
      const isIn = (text: string) =>
        text.includes(`'${title}`) || text.includes(`"${title}`) || text.includes(`'${escaped}`)
      expect(tests.some(isIn)).toBe(true)
    },
  )

  it.each(removal.tests.rows.filter((row) => !row.startsWith('TARO_APP_')))(
    'a row of a table of tests that setup removes is there, with "%s"',
    (row) => {
      expect(tests.some((text) => text.includes(`'${row}'`))).toBe(true)
    },
  )

  it.each(Object.keys(settings))('a setting that setup removes is there: %s', (name) => {
    expect(readFileSync('.env', 'utf8')).toContain(`${name}=`)
  })

  it.each(sections)(
    'a section that setup removes is there: $in $heading',
    ({ in: path, heading }) => {
      expect(readFileSync(path, 'utf8').split('\n')).toContain(heading)
    },
  )

  it.each([...FEATURES, 'any'])(
    'a sentence that setup rewrites is there, and reads otherwise afterwards, in a project without %s',
    (name) => {
      const kept = new Set(name === 'any' ? [] : FEATURES.filter((other) => other !== name))
      const rewritten = leavingWith(kept).sentences
      expect(rewritten.filter((it) => !isIn(readFileSync(it.in, 'utf8'), it))).toEqual([])
      expect(rewritten.filter(({ from, to }) => from === to)).toEqual([])
    },
  )

  it('every script and workspace that setup removes is there', () => {
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining([...new Set(scripts)]))
    expect([...workspaces].sort()).toEqual([...manifest.workspaces].sort())
  })

  it('every word of "keep" has something that setup takes along', () => {
    for (const name of FEATURES) {
      const kept = new Set(FEATURES.filter((other) => other !== name))
      const alone = leavingWith(kept).removal
      const all = leavingWith(new Set(FEATURES)).removal
      expect(JSON.stringify(alone)).not.toBe(JSON.stringify(all))
    }
  })

  it('every file that setup removes by its path exists', () => {
    const optional =
      /^(compose\.yaml|CONTRIBUTING\.md|test\/unit\/compat\/|src\/(features|pages)\/notes\/)$/
    const paths = removal.files.filter((it) => typeof it === 'string')
    const missing = paths.filter((path) => !existsSync(path) && !optional.test(path))
    expect(missing).toEqual([])
  })
})
