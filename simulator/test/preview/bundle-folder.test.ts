import { APP, previewFolder } from '../kit/preview-folder'

const preview = previewFolder()

describe('the folder of a preview', () => {
  it('has nothing built yet while it does not exist or is empty', async () => {
    expect(await preview.refusal(preview.path('none'))).toEqual({
      kind: 'nothing',
      folder: preview.path('none'),
    })
    expect(await preview.refusal()).toEqual({ kind: 'nothing', folder: preview.path() })
    expect((await preview.readAt()).statusCode).toBe(503)
  })

  it('has no app.json, and names the folders inside that have one', async () => {
    await preview.write({
      'readme.txt': 'x',
      'dist/dev/app.json': '{}',
      'node_modules/m/app.json': '{}',
    })
    expect(await preview.refusal()).toEqual({
      kind: 'no-app',
      folder: preview.path(),
      elsewhere: ['dist/dev'],
    })
  })

  it.each([
    ['{\n  "pages": ["pages/a",]\n}', /^app\.json:2:23: /],
    ['{"pages":', /^app\.json:1:10: /],
    ['', /^app\.json:1:1: /],
    ['[]', /^app\.json:1:1: /],
    ['{"pages":[]}', /^app\.json lists no page\.$/],
  ])('says file, line and column where app.json cannot be read: %j', async (json, sentence) => {
    await preview.write({ ...APP, 'app.json': json })
    expect(await preview.refusal()).toEqual({
      kind: 'fault',
      sentence: expect.stringMatching(sentence),
    })
  })

  it('is read again before something is called wrong with it, as it may be written just now', async () => {
    await preview.write({ ...APP, 'app.json': '{"pages":["pages' })
    const answer = (await preview.open()).inject('/bundle')
    await preview.write(APP)
    expect((await answer).statusCode).toBe(200)
  })

  it('may be that of a project, whose mini-program lies where project.config.json says', async () => {
    await preview.write({
      'project.config.json': '{"miniprogramRoot":"mini/"}',
      ...Object.fromEntries(Object.entries(APP).map(([path, text]) => [`mini/${path}`, text])),
      'mini/pic.png': 'png',
    })
    expect(Object.keys((await preview.bundle()).files)).toContain('pages/a.js')
    expect((await (await preview.open()).inject('/bundle/pic.png')).statusCode).toBe(200)
  })

  it('is read without node_modules and hidden folders', async () => {
    await preview.write({
      ...APP,
      'node_modules/m/index.js': 'no code',
      '.git/hooks/a.js': 'no code',
    })
    const { files } = await preview.bundle()
    expect(Object.keys(files).sort()).toEqual(['app.js', 'app.json', 'pages/a.js'])
  })

  it('may hold modules of ECMAScript and TypeScript, which run as DevTools compiles them', async () => {
    await preview.write({
      ...APP,
      'pages/a.js': "import { b } from './b'\nPage({ data: { b } })",
      'pages/b.ts': 'export const b: number = 1',
    })
    const { files } = await preview.bundle()
    expect(files['pages/a.js']).toContain('require("./b")')
    expect(files['pages/b.js']).not.toContain('number')
  })

  it('lists its pictures, so that the phone knows which ones load', async () => {
    await preview.write({ ...APP, 'img/a.png': 'png' })
    expect((await preview.bundle()).assets).toEqual(['img/a.png'])
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
      await preview.write({ ...APP, [path]: source })
      const { files } = await preview.bundle()
      const code = files[path.replace('.ts', '.js')] ?? ''
      expect(() => new Function(code)()).toThrow(SyntaxError)
      expect(() => new Function(code)()).toThrow(place)
      expect(files['app.js']).toBe('App({})')
    },
  )
})

describe('a stylesheet that cannot be read', () => {
  it('is left out and named with its place; the others count', async () => {
    await preview.write({
      ...APP,
      'app.wxss': '@import "./none.wxss";\n@import url("./common.wxss");\n.a { color: red }',
      'common.wxss': '@import "./common.wxss"; .c { color: blue }',
      'pages/a.wxss': '.p { color: red }\n.q {',
    })
    const { styles, styleFaults } = await preview.bundle()
    expect(styles.light).toContain('.a { color: red }')
    expect(styles.light).toContain('.c { color: blue }')
    expect(styles.light).not.toContain('.p')
    expect(styleFaults).toEqual([
      'app.wxss:1:1: ./none.wxss is not found.',
      'pages/a.wxss:2:1: Unclosed block',
    ])
  })
})
