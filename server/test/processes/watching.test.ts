import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { childEnv } from '../../dev/child-env'
import { migratedFolder } from '../kit/migrated-folder'

const SERVER = fileURLToPath(new URL('../../', import.meta.url))

/** Runs the server as `npm run dev:server` does; `next` resolves to the next line it prints that matches. */
const startWatching = (env: Readonly<Record<string, string>>) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'dev/main.ts'], {
    cwd: SERVER,
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = once(child, 'close')
  child.stderr.resume()
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const { value, done } = await lines.next()
      if (done === true) throw new Error(`It ended before it printed ${pattern}.`)
      if (pattern.test(value)) return value
    }
  }
  const end = (signal: NodeJS.Signals) => async () => {
    child.kill(signal)
    await gone
    return child.exitCode
  }
  return {
    next,
    url: async () => (await next(/^listening on /)).slice(13),
    stop: end('SIGTERM'),
    kill: end('SIGKILL'),
  }
}

const timeIn = async (url: string, client: string): Promise<number> =>
  (await fetch(`${url}/hserve/v2.2/server/time/`, { headers: { 'x-hydrogen-client-id': client } }))
    .status

describe('the server under development', () => {
  let folder: string
  let dataDir: string
  let settings: string
  let env: Readonly<Record<string, string>>
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'watching-'))
    settings = join(folder, '.env')
    dataDir = await migratedFolder()
    env = { DATA_DIR: dataDir, ENV_FILE: settings }
    await writeFile(settings, 'BAAS_CLIENT_ID=first\n')
  })
  afterAll(async () => {
    for (const made of [folder, dataDir]) await rm(made, { recursive: true, force: true })
  })

  it('the server under development starts again when a source or its settings file changes, on the same embedded database', async () => {
    const server = startWatching(env)
    expect(await timeIn(await server.url(), 'first')).toBe(200)
    const now = new Date()
    await utimes(join(SERVER, 'src/place.ts'), now, now)
    expect(await timeIn(await server.url(), 'first')).toBe(200)
    await writeFile(settings, 'BAAS_CLIENT_ID=second\n')
    expect(await timeIn(await server.url(), 'second')).toBe(200)
    expect(await server.stop()).toBe(0)
  }, 240_000)

  it('the server under development waits for the next change when an edit has broken it, and leaves the folder free when it is killed', async () => {
    const server = startWatching(env)
    await server.url()
    await writeFile(settings, 'LOG_LEVEL=loud\n')
    await server.next(/^the server has ended: waiting for a change$/)
    await writeFile(settings, 'BAAS_CLIENT_ID=third\n')
    expect(await timeIn(await server.url(), 'third')).toBe(200)
    await server.kill()

    const other = startWatching({ ...env, PORT: '0' })
    expect(await timeIn(await other.url(), 'third')).toBe(200)
    await other.stop()
  }, 240_000)

  it('the server under development ends when its first start fails', async () => {
    await writeFile(settings, 'LOG_LEVEL=loud\n')
    await expect(startWatching(env).url()).rejects.toThrow('It ended before it printed')
  }, 120_000)

  it('the server under development takes a setting from the shell before the file, and from the file before a default', async () => {
    await writeFile(settings, 'WECHAT_API_BASE=https://file\n')
    const defaults = ['WECHAT_API_BASE=http://default', 'SDK_USER_INFO_UPDATE=on', 'HOST=::1']
    expect(childEnv({ HOST: '127.0.0.1' }, settings, defaults)).toEqual({
      HOST: '127.0.0.1',
      SDK_USER_INFO_UPDATE: 'on',
    })
    expect(childEnv({}, join(folder, 'none'), defaults)).toEqual({
      WECHAT_API_BASE: 'http://default',
      SDK_USER_INFO_UPDATE: 'on',
      HOST: '::1',
    })
  })
})
