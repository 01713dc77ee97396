import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createPreviewApp } from '../../preview/app'
import type { BundlePayload, BundleRefusal, WrittenPlace } from '../../preview/bundle'
import type { ClientFiles } from '../../preview/server/client-files'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preview-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const NO_CLIENT = new Promise<ClientFiles>(() => undefined)

const write = async (files: Readonly<Record<string, string>>) => {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}
const open = (bundleDir = folder) =>
  createPreviewApp({ bundleDir, simulatorUrl: 'http://127.0.0.1:8788' }, NO_CLIENT)
const readAt = async (bundleDir = folder) => (await open(bundleDir)).inject('/bundle')
const bundle = async () => (await readAt()).json<BundlePayload>()
const refusal = async (bundleDir = folder) => (await readAt(bundleDir)).json<BundleRefusal>()

const APP = {
  'app.json': '{"pages":["pages/a"]}',
  'app.js': 'App({})',
  'pages/a.js': 'Page({})',
  'pages/a.wxml': '<view/>',
}

describe('the folder of a preview', () => {
  it('has nothing built yet while it does not exist or is empty', async () => {
    expect(await refusal(join(folder, 'none'))).toEqual({
      kind: 'nothing',
      folder: join(folder, 'none'),
    })
    expect(await refusal()).toEqual({ kind: 'nothing', folder })
    expect((await readAt()).statusCode).toBe(503)
  })

  it('has no app.json, and names the folders inside that have one', async () => {
    await write({ 'readme.txt': 'x', 'dist/dev/app.json': '{}', 'node_modules/m/app.json': '{}' })
    expect(await refusal()).toEqual({ kind: 'no-app', folder, elsewhere: ['dist/dev'] })
  })

  it.each([
    ['{\n  "pages": ["pages/a",]\n}', /^app\.json:2:23: /],
    ['{"pages":', /^app\.json:1:10: /],
    ['', /^app\.json:1:1: /],
    ['[]', /^app\.json:1:1: /],
    ['{"pages":[]}', /^app\.json lists no page\.$/],
  ])('says file, line and column where app.json cannot be read: %j', async (json, sentence) => {
    await write({ ...APP, 'app.json': json })
    expect(await refusal()).toEqual({ kind: 'fault', sentence: expect.stringMatching(sentence) })
  })

  it('is read again before something is called wrong with it, as it may be written just now', async () => {
    await write({ ...APP, 'app.json': '{"pages":["pages' })
    const answer = (await open()).inject('/bundle')
    await write(APP)
    expect((await answer).statusCode).toBe(200)
  })

  it('may be that of a project, whose mini-program lies where project.config.json says', async () => {
    await write({
      'project.config.json': '{"miniprogramRoot":"mini/"}',
      ...Object.fromEntries(Object.entries(APP).map(([path, text]) => [`mini/${path}`, text])),
      'mini/pic.png': 'png',
    })
    expect(Object.keys((await bundle()).files)).toContain('pages/a.js')
    expect((await (await open()).inject('/bundle/pic.png')).statusCode).toBe(200)
  })

  it('is read without node_modules and hidden folders', async () => {
    await write({ ...APP, 'node_modules/m/index.js': 'no code', '.git/hooks/a.js': 'no code' })
    const { files } = await bundle()
    expect(Object.keys(files).sort()).toEqual(['app.js', 'app.json', 'pages/a.js'])
  })

  it('may hold modules of ECMAScript and TypeScript, which run as DevTools compiles them', async () => {
    await write({
      ...APP,
      'pages/a.js': "import { b } from './b'\nPage({ data: { b } })",
      'pages/b.ts': 'export const b: number = 1',
    })
    const { files } = await bundle()
    expect(files['pages/a.js']).toContain('require("./b")')
    expect(files['pages/b.js']).not.toContain('number')
  })

  it('lists its pictures, so that the phone knows which ones load', async () => {
    await write({ ...APP, 'img/a.png': 'png' })
    expect((await bundle()).assets).toEqual(['img/a.png'])
  })
})

describe('a script that cannot be read', () => {
  it.each([
    ['pages/a.js', 'Page({\n  data: {,}\n})', 'pages/a.js:2:10: '],
    ['pages/a.js', "import b from './b'\nPage({ a: = })", 'pages/a.js:2:11: '],
    ['pages/b.ts', 'const a: = 1', 'pages/b.ts:1:10: '],
  ])(
    'throws file, line and column when it is loaded, and the rest runs: %s %j',
    async (path, source, place) => {
      await write({ ...APP, [path]: source })
      const { files } = await bundle()
      const code = files[path.replace('.ts', '.js')] ?? ''
      expect(() => new Function(code)()).toThrow(SyntaxError)
      expect(() => new Function(code)()).toThrow(place)
      expect(files['app.js']).toBe('App({})')
    },
  )
})

describe('a stylesheet that cannot be read', () => {
  it('is left out and named with its place; the others count', async () => {
    await write({
      ...APP,
      'app.wxss': '@import "./none.wxss";\n@import url("./common.wxss");\n.a { color: red }',
      'common.wxss': '@import "./common.wxss"; .c { color: blue }',
      'pages/a.wxss': '.p { color: red }\n.q {',
    })
    const { styles, styleFaults } = await bundle()
    expect(styles.light).toContain('.a { color: red }')
    expect(styles.light).toContain('.c { color: blue }')
    expect(styles.light).not.toContain('.p')
    expect(styleFaults).toEqual([
      'app.wxss:1:1: ./none.wxss is not found.',
      'pages/a.wxss:2:1: Unclosed block',
    ])
  })
})

describe('the place of an error', () => {
  const placeOf = async (file: string, line: number, column: number) =>
    (await open()).inject(`/place?file=${encodeURIComponent(file)}&line=${line}&column=${column}`)

  it('is shown with the lines around it', async () => {
    await write({ ...APP, 'pages/a.js': 'one\ntwo\nthree\nfour\nfive\nsix' })
    expect((await placeOf('pages/a.js', 3, 1)).json()).toEqual({
      file: 'pages/a.js',
      line: 3,
      column: 1,
      lines: [
        { line: 1, text: 'one' },
        { line: 2, text: 'two' },
        { line: 3, text: 'three' },
        { line: 4, text: 'four' },
        { line: 5, text: 'five' },
      ],
    })
  })

  it('in TypeScript is that of what was written', async () => {
    const source =
      'interface A {\n  n: number\n}\nexport const f = (a: A) => {\n  throw new Error(String(a.n))\n}\n'
    await write({ ...APP, 'pages/b.ts': source })
    const code = (await bundle()).files['pages/b.js'] ?? ''
    const line = code.split('\n').findIndex((text) => text.includes('throw new')) + 1
    const written = (await placeOf('pages/b.js', line, 9)).json<WrittenPlace>()
    expect(written).toMatchObject({ file: 'pages/b.ts', line: 5 })
    expect(written.lines.find((one) => one.line === 5)?.text).toContain('throw new Error')
  })

  it.each(['inline', 'in a file'])(
    'in a built script is that of its source map: %s',
    async (kind) => {
      const map = JSON.stringify({
        version: 3,
        sources: ['webpack://app/./src/pages/index.tsx'],
        sourcesContent: ['first\nsecond\nthird'],
        names: [],
        mappings: 'AACA',
      })
      const inline = `data:application/json;base64,${Buffer.from(map).toString('base64')}`
      const address = kind === 'inline' ? inline : 'a.js.map'
      await write({
        ...APP,
        'pages/a.js': `throw 1\n//# sourceMappingURL=${address}`,
        'pages/a.js.map': map,
      })
      expect((await placeOf('pages/a.js', 1, 1)).json()).toMatchObject({
        file: expect.stringContaining('src/pages/index.tsx'),
        line: 2,
        lines: expect.arrayContaining([{ line: 2, text: 'second' }]),
      })
    },
  )

  it.each(['../secret.js', '/etc/passwd', 'pages/none.js'])(
    'is in a file of the mini-program only: %s',
    async (file) => {
      await write(APP)
      await writeFile(join(folder, '..', 'secret.js'), 'secret')
      expect((await placeOf(file, 1, 1)).statusCode).toBe(404)
      await rm(join(folder, '..', 'secret.js'))
    },
  )
})
