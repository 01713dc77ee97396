import { APP, previewFolder } from '../kit/preview-folder'

const preview = previewFolder()

describe('the folder of a preview', () => {
  it('the folder of a preview has nothing built yet while it does not exist or is empty', async () => {
    expect(await preview.refusal(preview.path('none'))).toEqual({
      kind: 'nothing',
      folder: preview.path('none'),
    })
    expect(await preview.refusal()).toEqual({ kind: 'nothing', folder: preview.path() })
    expect((await preview.readAt()).statusCode).toBe(503)
  })

  it('the folder of a preview without app.json is reported, with the folders inside that have one', async () => {
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
  ])(
    'the folder of a preview with an app.json that cannot be read is reported with file, line and column: %j',
    async (json, sentence) => {
      await preview.write({ ...APP, 'app.json': json })
      expect(await preview.refusal()).toEqual({
        kind: 'fault',
        sentence: expect.stringMatching(sentence),
      })
    },
  )

  it('the folder of a preview is read again before something is called wrong with it, as it may be written just now', async () => {
    await preview.write({ ...APP, 'app.json': '{"pages":["pages' })
    const answer = (await preview.open()).inject('/bundle')
    await preview.write(APP)
    expect((await answer).statusCode).toBe(200)
  })

  it('the folder of a preview may be that of a project, whose mini-program lies where project.config.json says', async () => {
    await preview.write({
      'project.config.json': '{"miniprogramRoot":"mini/"}',
      ...Object.fromEntries(Object.entries(APP).map(([path, text]) => [`mini/${path}`, text])),
      'mini/pic.png': 'png',
    })
    expect(Object.keys((await preview.bundle()).files)).toContain('pages/a.js')
    expect((await (await preview.open()).inject('/bundle/pic.png')).statusCode).toBe(200)
  })

  it('the folder of a preview is read without node_modules and hidden folders', async () => {
    await preview.write({
      ...APP,
      'node_modules/m/index.js': 'no code',
      '.git/hooks/a.js': 'no code',
    })
    const { files } = await preview.bundle()
    expect(Object.keys(files).sort()).toEqual(['app.js', 'app.json', 'pages/a.js'])
  })

  it('the folder of a preview may hold modules of ECMAScript and TypeScript, which run as DevTools compiles them', async () => {
    await preview.write({
      ...APP,
      'pages/a.js': "import { b } from './b'\nPage({ data: { b } })",
      'pages/b.ts': 'export const b: number = 1',
    })
    const { files } = await preview.bundle()
    expect(files['pages/a.js']).toContain('require("./b")')
    expect(files['pages/b.js']).not.toContain('number')
  })

  it('the folder of a preview lists its pictures, so that the phone knows which ones load', async () => {
    await preview.write({ ...APP, 'img/a.png': 'png' })
    expect((await preview.bundle()).assets).toEqual(['img/a.png'])
  })
})
