import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { placeOfJsonFault } from '../../../host/core/app/json-fault'
import { launch } from '../../../host/launch'
import { countingServers, errorsOf, onePage, run } from '../bundle'

describe('a mini-program with a broken file', () => {
  it.each([
    ['pages/a.js', 'Page({\n  data: {,}\n})', "pages/a.js:2:10: Unexpected token ','"],
    ['pages/a.js', 'let let = 1', 'pages/a.js:1:5: '],
    ['pages/a.js', "import b from './b'\nPage({ a: = })", 'pages/a.js:2:11: Unexpected "="'],
    ['pages/a.json', '{\n  "usingComponents": {,}\n}', 'pages/a.json:2:23: '],
    ['pages/a.json', '"no object"', 'pages/a.json:1:1: '],
  ])(
    'a broken file of a mini-program is reported with file, line and column: %s %j',
    async (path, source, sentence) => {
      const app = await run(onePage('Page({})', '<view/>', { [path]: source }))
      expect(errorsOf(app)[0]).toContain(sentence)
      app.close()
    },
  )

  it('each of two broken files of the same content is reported by its own name', async () => {
    const failing = 'exports.f = () => { throw new Error("x") }'
    const script = `require('./one'); Page({ onLoad() { require('./two').f() } })`
    const app = await run(
      onePage(script, '<view/>', { 'pages/one.js': failing, 'pages/two.js': failing }),
    )
    expect(String((app.errors[0]?.error as Error).stack)).toContain('pages/two.js:1:')
    app.close()
  })

  it('a broken file is found in the folder that project.config.json names', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'project-'))
    await mkdir(join(folder, 'mini/pages'), { recursive: true })
    await writeFile(join(folder, 'project.config.json'), '{"miniprogramRoot":"mini/"}')
    for (const [path, text] of Object.entries(onePage('Page({})', '<text id="t">x</text>'))) {
      await writeFile(join(folder, 'mini', path), text)
    }
    const app = await launch(folder, { person: 'alice', simulator: countingServers() })
    expect(app.text('t')).toBe('x')
    app.close()
    await rm(folder, { recursive: true, force: true })
  })
})

describe('the place where JSON stops being JSON', () => {
  it.each([
    ['{oops', 1, 2],
    ['{"a":1,}', 1, 8],
    ['{"a" 1}', 1, 6],
    ["{'a':1}", 1, 2],
    ['{"a":1 // c\n}', 1, 8],
    ['{\n "a": [1,\n 2', 3, 3],
    ['{"a":tru}', 1, 6],
    ['{} x', 1, 4],
    ['', 1, 1],
  ])(
    'the place where JSON stops being JSON is found: %j at line %i, column %i',
    (text, line, column) => {
      expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError)
      expect(placeOfJsonFault(text)).toEqual({ line, column })
    },
  )
})
