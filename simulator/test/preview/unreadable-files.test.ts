import { APP, previewFolder } from '../kit/preview-folder'

const preview = previewFolder()

describe('a script that cannot be read', () => {
  it.each([
    ['pages/a.js', 'Page({\n  data: {,}\n})', 'pages/a.js:2:10: '],
    ['pages/a.js', "import b from './b'\nPage({ a: = })", 'pages/a.js:2:11: '],
    ['pages/b.ts', 'const a: = 1', 'pages/b.ts:1:10: '],
  ])(
    'a script that cannot be read throws file, line and column when it is loaded, and the rest runs: %s %j',
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
  it('a stylesheet that cannot be read is left out and named with its place; the others count', async () => {
    await preview.write({
      ...APP,
      'app.wxss': '@import "./none.wxss";\n@import url("./common.wxss");\n.a { color: red }',
      'common.wxss': '@import "./common.wxss"; .c { color: blue }',
      'pages/a.wxss': '.p { color: red }\n.q {',
    })
    const { styles, styleFaults } = await preview.bundle()
    expect(styles.map(({ path }) => path)).toEqual(['app', 'pages/a'])
    expect(styles[0]?.light).toContain('.a { color: red }')
    expect(styles[0]?.light).toContain('.c { color: blue }')
    expect(styles[1]?.light).toBe('')
    expect(styleFaults).toEqual([
      'app.wxss:1:1: ./none.wxss is not found.',
      'pages/a.wxss:2:1: Unclosed block',
    ])
  })
})
