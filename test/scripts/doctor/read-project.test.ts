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
  it('is the project without server and bundle, where it has none', async () => {
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

  it('is the settings as a production build reads them', async () => {
    const project = await readProject(
      projectOf({ ...FILES, '.env.production': 'TARO_APP_BAAS_HOST=https://api.tea.example\n' }),
    )
    expect(project.env['TARO_APP_BAAS_HOST']).toBe('https://api.tea.example')
    expect(project.env['TARO_APP_BAAS_CLIENT_ID']).toBe('starter-dev')
  })

  it('is the files of the bundle with their bytes, by path from its root', async () => {
    const { bundle } = await readProject(
      projectOf({ ...FILES, 'dist/weapp/app.js': 'App()', 'dist/weapp/pages/a.png': '茶' }),
    )
    expect([...(bundle ?? [])].sort()).toEqual([
      ['app.js', { bytes: 5, text: 'App()' }],
      ['pages/a.png', { bytes: 3, text: '' }],
    ])
  })
})
