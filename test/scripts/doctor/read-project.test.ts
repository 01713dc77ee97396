import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { readProject } from '../../../scripts/doctor/read-project'
import { projectOf, removeProjects } from '../kit/project'

afterAll(removeProjects)

const FILES = {
  'package.json':
    '{"engines":{"node":">=20.19"},"dependencies":{"react":"18.3.1"},"devDependencies":{"@tarojs/cli":"4.2.1"}}',
  'project.config.json': '{"appid":"wx0123456789abcdef"}',
  '.browserslistrc': '# phones\nios >= 12\n',
  '.env': 'TARO_APP_BAAS_HOST=http://127.0.0.1:8787\nTARO_APP_BAAS_CLIENT_ID=starter-dev\n',
  'src/app.tsx': '',
  'src/features/legal/terms.ts': "'【公司】'",
}

describe('what the doctor reads', () => {
  it('the doctor reads the project without server and bundle, where it has none', async () => {
    const project = await readProject(projectOf(FILES))
    expect(project).toMatchObject({
      appid: 'wx0123456789abcdef',
      packages: { react: '18.3.1', '@tarojs/cli': '4.2.1' },
      server: undefined,
      bundle: undefined,
      floor: 'ios >= 12',
    })
    expect([...project.legal]).toEqual([['src/features/legal/terms.ts', "'【公司】'"]])
  })

  it('the doctor reads the settings as a production build reads them', async () => {
    const project = await readProject(
      projectOf({ ...FILES, '.env.production': 'TARO_APP_BAAS_HOST=https://api.tea.example\n' }),
    )
    expect(project.env['TARO_APP_BAAS_HOST']).toBe('https://api.tea.example')
    expect(project.env['TARO_APP_BAAS_CLIENT_ID']).toBe('starter-dev')
  })

  it('the doctor reads the files of the bundle with their bytes, by path from its root', async () => {
    const { bundle } = await readProject(
      projectOf({ ...FILES, 'dist/weapp/app.js': 'App()', 'dist/weapp/pages/a.png': '茶' }),
    )
    expect([...(bundle ?? [])].sort()).toEqual([
      ['app.js', { bytes: 5, text: 'App()' }],
      ['pages/a.png', { bytes: 3, text: '' }],
    ])
  })

  it('the doctor reads on where .browserslistrc is missing, and where the settings of the server cannot be loaded', async () => {
    const root = projectOf({ ...FILES, 'server/src/settings/settings.ts': 'import "./gone"' })
    rmSync(join(root, '.browserslistrc'))
    const { floor, server } = await readProject(root)
    expect(floor).toBe('')
    expect(() => server?.check({})).toThrow(/^server\/src\/settings\/settings\.ts cannot be loaded/)
  })

  it('the doctor reads the settings of the server from the file that ENV_FILE names', async () => {
    const root = projectOf({
      ...FILES,
      'server/src/settings/settings.ts': 'export const readSettings = () => undefined',
      'server/.env': 'WECHAT_APPID=wx0000000000000000\n',
      'live.env': 'WECHAT_APPID=wx1111111111111111\n',
    })
    expect((await readProject(root)).server?.env['WECHAT_APPID']).toBe('wx0000000000000000')
    process.env['ENV_FILE'] = 'live.env'
    try {
      expect((await readProject(root)).server?.env['WECHAT_APPID']).toBe('wx1111111111111111')
    } finally {
      delete process.env['ENV_FILE']
    }
  })

  it('the doctor names package.json when that is broken', async () => {
    const root = projectOf({ ...FILES, 'package.json': '{"name": ' })
    await expect(readProject(root)).rejects.toThrow(/package\.json is no file of JSON/)
  })

  it.each([
    ['is no JSON', '{"appid": ', /^project\.config\.json is no file of JSON/],
    ['is a list', '[]', /^project\.config\.json is no JSON object/],
    ['is null', 'null', /^project\.config\.json is no JSON object/],
  ])(
    'the doctor reads a sentence about a project.config.json that %s',
    async (_what, text, sentence) => {
      const { appid } = await readProject(projectOf({ ...FILES, 'project.config.json': text }))
      expect(appid).toEqual({ fault: expect.stringMatching(sentence) })
    },
  )

  it('the doctor reads a sentence about a project.config.json that is missing', async () => {
    const root = projectOf(FILES)
    rmSync(join(root, 'project.config.json'))
    const { appid } = await readProject(root)
    expect(appid).toEqual({
      fault: expect.stringMatching(/^project\.config\.json cannot be read/),
    })
  })

  it.each([
    ['none', '{}', ''],
    ['null', '{"appid": null}', ''],
    ['a number', '{"appid": 7}', '7'],
    ['a byte order mark before it', '\ufeff{"appid": "wx0123456789abcdef"}', 'wx0123456789abcdef'],
  ])('the doctor reads the AppID of a project.config.json with %s', async (_what, text, appid) => {
    const project = await readProject(projectOf({ ...FILES, 'project.config.json': text }))
    expect(project.appid).toBe(appid)
  })
})
