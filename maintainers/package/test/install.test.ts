import { spawn, type ChildProcess } from 'node:child_process'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ensureTestBundle, TEST_BUNDLE } from '../../../scripts/build/test-bundle'
import { install, pack, toolOf, type Archive, type Stranger } from '../stranger'

const MB = 1024 * 1024

const NATIVE = {
  'project.config.json': '{"miniprogramRoot":"mini/"}',
  'mini/app.json': '{"pages":["pages/a"]}',
  'mini/app.js': 'App({})',
  'mini/pages/a.ts': 'Page({ data: { n: 1 }, add() { this.setData({ n: this.data.n + 1 }) } })',
  'mini/pages/a.wxml': '<text id="n">{{n}}</text><button id="add" bindtap="add">add</button>',
}

const JEST_TEST = `
const { createPerson, launch, startSimulator } = require('@starter/simulator')
test('drives the mini-program', async () => {
  const { url, close } = await startSimulator({ port: 0 })
  const app = await launch(process.env.APP, { person: createPerson('alice'), simulator: url })
  if (process.env.TAP) await app.tap(process.env.TAP)
  expect(app.text()).toContain(process.env.TEXT)
  expect(app.page()).toBe(process.env.PAGE)
  app.audit()
  app.close()
  await close()
})
`

const TYPED = `
import { createManualClock, createPerson, launch, startSimulator, type LaunchedApp } from '@starter/simulator'
export const run = async (): Promise<string> => {
  const { url, platform, close } = await startSimulator({ port: 0 })
  const clock = createManualClock(0)
  const person = createPerson('alice', { phoneNumber: { kind: 'refuse' } })
  const app: LaunchedApp = await launch('dist', { person, simulator: url, clock, hosts: { 'a.b': '127.0.0.1:1' } })
  await app.tap('id')
  await app.type('id', [{ kind: 'paste', text: 'x' }])
  platform.login('alice', { kind: 'app', appid: 'touristappid' })
  // @ts-expect-error no such reply
  createPerson('bob', { phoneNumber: 'no' })
  const text: string = app.text('id') + app.page() + app.audit().findings.join()
  await close()
  return text
}
`

let folder: string
let archive: Archive

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stranger-'))
  archive = await pack(folder)
}, 300_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What the first line says that names an address, of a process that is ended afterwards. */
const addressFrom = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    const lines: string[] = []
    const onLine = (line: string) => {
      lines.push(line)
      const [, url] = /listening on (http\S+)/.exec(line) ?? []
      if (url !== undefined) resolve(url)
    }
    for (const stream of [child.stdout, child.stderr]) {
      if (stream !== null) createInterface({ input: stream }).on('line', onLine)
    }
    child.once('close', () => reject(new Error(`It ended: ${lines.join(' ')}`)))
  })

const previewed = async (stranger: Stranger, app: string) => {
  const args = [stranger.command, app, '--port', '0', '--simulator-port', '0']
  const child = spawn(process.execPath, args, { cwd: stranger.folder })
  try {
    const url = await addressFrom(child)
    const page = await fetch(url)
    const script = await fetch(`${url}/panel.js`)
    const bundle = await fetch(`${url}/bundle`)
    return {
      page: await page.text(),
      script: script.status,
      files: Object.keys(((await bundle.json()) as { files: object }).files),
    }
  } finally {
    child.kill('SIGTERM')
  }
}

it('the archive holds compiled JavaScript, types, a command, and what people read; nothing else, and little of it', () => {
  const paths = archive.files.map(({ path }) => path)
  expect(paths).toEqual(
    expect.arrayContaining([
      ...['package.json', 'README.md', 'README.zh.md', 'CHANGELOG.md', 'LICENSE'],
      ...['dist/index.js', 'dist/index.d.ts', 'dist/cli.js', 'dist/client/panel.js'],
    ]),
  )
  const others = paths.filter(
    (path) => !/^(dist|pictures)\/|^[\w.]+\.(md|json)$|^LICENSE$/.test(path),
  )
  expect(others).toEqual([])
  expect(archive.size).toBeLessThan(1.5 * MB)
})

describe.each(['a native project', 'a project of Taro'])('in %s', (kind) => {
  const isNative = kind === 'a native project'
  const app = isNative ? '.' : 'dist'
  let stranger: Stranger

  beforeAll(async () => {
    stranger = await install(archive, join(folder, isNative ? 'native' : 'taro'))
    await stranger.write({ 'package.json': '{"name":"stranger"}', 'wechat.test.js': JEST_TEST })
    if (isNative) return stranger.write(NATIVE)
    await ensureTestBundle()
    return cp(TEST_BUNDLE, join(stranger.folder, 'dist'), { recursive: true })
  }, 300_000)

  it('the command serves a preview of its mini-program', async () => {
    const { page, script, files } = await previewed(stranger, app)
    expect(page).toContain('<script src="/panel.js"')
    expect(script).toBe(200)
    expect(files).toContain(isNative ? 'pages/a.js' : 'app.json')
  })

  it('a Jest test drives its mini-program through the documented API', async () => {
    const env = isNative
      ? { APP: '.', TAP: 'add', TEXT: '2', PAGE: 'pages/a' }
      : { APP: 'dist', TEXT: '', PAGE: 'pages/home/index' }
    const args = ['--rootDir', '.', '--testEnvironment', 'node', '--testTimeout', '60000']
    await stranger.node(toolOf('jest/bin/jest.js'), args, env)
  }, 180_000)
})

it.each(['nodenext', 'bundler'])(
  'the types are checked as %s finds them, with no other types around',
  async (resolution) => {
    const stranger = await install(archive, join(folder, `typed-${resolution}`))
    const compilerOptions = {
      ...{
        strict: true,
        noEmit: true,
        skipLibCheck: false,
        types: [],
        lib: ['ES2022'],
        target: 'ES2022',
      },
      module: resolution === 'nodenext' ? 'nodenext' : 'esnext',
      moduleResolution: resolution,
    }
    await stranger.write({
      'tsconfig.json': JSON.stringify({ compilerOptions, files: ['use.ts'] }),
      'package.json': '{"type":"module"}',
      'use.ts': TYPED,
    })
    await stranger.node(toolOf('typescript/bin/tsc'), ['-p', '.'])
  },
)

it('the command explains itself in English and Chinese, and refuses an unknown option in a sentence', async () => {
  const stranger = await install(archive, join(folder, 'help'))
  const helped = await stranger.node(stranger.command, ['--help'])
  expect(helped.stdout).toContain('--port')
  const { version } = JSON.parse(await readFile('simulator/package.json', 'utf8')) as {
    version: string
  }
  expect((await stranger.node(stranger.command, ['--version'])).stdout).toBe(`${version}\n`)
  await expect(stranger.node(stranger.command, ['--port', 'x'])).rejects.toMatchObject({
    stderr: '--port is "x": set it to a port number from 0 to 65535.\n',
  })
})
