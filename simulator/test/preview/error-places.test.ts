import { rm, writeFile } from 'node:fs/promises'
import type { WrittenPlace } from '../../preview/bundle'
import { APP, previewFolder } from '../kit/preview-folder'

const preview = previewFolder()

describe('the place of an error', () => {
  const placeOf = async (file: string, line: number, column: number) =>
    (await preview.open()).inject(
      `/place?file=${encodeURIComponent(file)}&line=${line}&column=${column}`,
    )

  it('the place of an error is shown with the lines around it', async () => {
    await preview.write({ ...APP, 'pages/a.js': 'one\ntwo\nthree\nfour\nfive\nsix' })
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

  it('the place of an error in TypeScript is that of what was written', async () => {
    const source =
      'interface A {\n  n: number\n}\nexport const f = (a: A) => {\n  throw new Error(String(a.n))\n}\n'
    await preview.write({ ...APP, 'pages/b.ts': source })
    const code = (await preview.bundle()).files['pages/b.js'] ?? ''
    const line = code.split('\n').findIndex((text) => text.includes('throw new')) + 1
    const written = (await placeOf('pages/b.js', line, 9)).json<WrittenPlace>()
    expect(written).toMatchObject({ file: 'pages/b.ts', line: 5 })
    expect(written.lines.find((one) => one.line === 5)?.text).toContain('throw new Error')
  })

  it.each(['inline', 'in a file'])(
    'the place of an error in a built script is that of its source map: %s',
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
      await preview.write({
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
    'the place of an error is in a file of the mini-program only: %s',
    async (file) => {
      await preview.write(APP)
      await writeFile(preview.path('..', 'secret.js'), 'secret')
      expect((await placeOf(file, 1, 1)).statusCode).toBe(404)
      await rm(preview.path('..', 'secret.js'))
    },
  )
})
