import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { projectOf, removeProjects } from '../kit/project'

afterAll(removeProjects)

/**
 * A module in place of miniprogram-ci: it writes down what it is asked, and fails with CI_FAILS where that is set. As the
 * genuine one, it keeps something running, and fails a second time in a promise that nothing awaits.
 */
const STAND_IN = `const { appendFileSync } = require('node:fs')
const note = (what, { project, onProgressUpdate, ...rest }) => {
  setInterval(() => undefined, 1000)
  if (process.env.CI_FAILS) {
    setImmediate(() => void Promise.reject(new Error('once more')))
    return Promise.reject(new Error(process.env.CI_FAILS))
  }
  appendFileSync('asked.txt', JSON.stringify([what, project.options, rest]) + '\\n')
  return Promise.resolve({})
}
exports.Project = class { constructor(options) { this.options = options } }
exports.upload = (sent) => note('upload', sent)
exports.preview = (sent) => note('preview', sent)
`

const HOST = 'https://127.0.0.1.tea.invalid'
const KEY = '-----BEGIN RSA PRIVATE KEY-----\nsecret-of-the-key\n-----END RSA PRIVATE KEY-----\n'

/** A project that is ready, with its bundle built, and without a history. */
const readyProject = (changes: Readonly<Record<string, string>> = {}): string => {
  const root = projectOf({
    'package.json': JSON.stringify({
      version: '0.3.0',
      type: 'commonjs',
      engines: { node: '>=20.19' },
      dependencies: { react: '18.3.1', 'react-dom': '18.3.1', '@tarojs/taro': '4.2.1' },
    }),
    'project.config.json': '{"appid":"wx0123456789abcdef"}',
    '.env.local': `TARO_APP_BAAS_HOST=${HOST}\nTARO_APP_BAAS_CLIENT_ID=tea\n`,
    'src/app.tsx': '',
    'stand-in.js': STAND_IN,
    'private.key': KEY,
    ...changes,
  })
  for (const path of [
    'scripts',
    'config',
    '.browserslistrc',
    '.env',
    'tsconfig.json',
    'tsconfig.base.json',
  ]) {
    if (existsSync(path)) cpSync(path, `${root}/${path}`, { recursive: true })
  }
  symlinkSync(resolve('node_modules'), `${root}/node_modules`)
  // A build comes after what it is made of.
  mkdirSync(`${root}/dist/weapp`, { recursive: true })
  writeFileSync(`${root}/dist/weapp/app.json`, '{}')
  writeFileSync(`${root}/dist/weapp/app.js`, `App({ host: '${HOST}' })`)
  return root
}

const run = (root: string, command: string, more: Readonly<Record<string, string>> = {}) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', `scripts/${command}.ts`, '--no-build'],
    {
      cwd: root,
      encoding: 'utf8',
      timeout: 60_000,
      env: {
        PATH: process.env['PATH'],
        MINIPROGRAM_CI: 'stand-in.js',
        WEAPP_UPLOAD_KEY: 'private.key',
        ...more,
      },
    },
  )
  const asked = existsSync(`${root}/asked.txt`) ? readFileSync(`${root}/asked.txt`, 'utf8') : ''
  return { status, printed: stdout + stderr, asked }
}

describe('npm run upload', () => {
  it('npm run upload sends the bundle as the version of package.json, by the key of the environment', () => {
    const { status, printed, asked } = run(readyProject(), 'upload')
    expect([status, printed]).toEqual([0, expect.stringContaining('开发版本')])
    expect(JSON.parse(asked)).toEqual([
      'upload',
      expect.objectContaining({ appid: 'wx0123456789abcdef', privateKeyPath: 'private.key' }),
      expect.objectContaining({ version: '0.3.0', robot: 1, desc: 'npm run upload' }),
    ])
    expect(printed).not.toContain('secret-of-the-key')
  })

  it('npm run upload sends nothing when the doctor finds an error, and says which', () => {
    const tourist = { 'project.config.json': '{"appid":"touristappid"}' }
    const { status, printed, asked } = run(readyProject(tourist), 'upload')
    expect([status, asked]).toEqual([1, ''])
    expect(printed).toMatch(/✗ appid: .*tourist[^]*Nothing was uploaded/)
  })

  it('npm run upload says what to do when WeChat refuses, and shows no stack and no key', () => {
    const { status, printed } = run(readyProject(), 'upload', {
      CI_FAILS: `{"errCode":-10008,"errMsg":"invalid ip: 203.0.113.9"} ${KEY}`,
    })
    expect(status).toBe(1)
    expect(printed).toContain('(203.0.113.9)')
    expect(printed).not.toMatch(/secret-of-the-key|\n\s+at /)
  })

  it('npm run upload asks for the key before it builds or downloads anything', () => {
    const { status, printed } = run(readyProject(), 'upload', { WEAPP_UPLOAD_KEY: '' })
    expect([status, printed]).toEqual([1, expect.stringMatching(/^Set WEAPP_UPLOAD_KEY/)])
  })
})

describe('npm run preview:qr', () => {
  it('npm run preview:qr prints a QR code in the terminal', () => {
    const { status, asked } = run(readyProject(), 'preview-qr')
    expect(status).toBe(0)
    expect(JSON.parse(asked)).toMatchObject(['preview', {}, { qrcodeFormat: 'terminal' }])
  })
})
