import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartupFault } from '../src/settings/fault'
import { startServer } from '../src/start'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'server-start-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const faultOf = async (env: Record<string, string>): Promise<string> => {
  const fault = await startServer({ LOG_LEVEL: 'silent', ...env }).catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(StartupFault)
  return String((fault as StartupFault).message)
}

describe('starting the server', () => {
  it('opens its folder, migrates, listens, and finds its data on the second start', async () => {
    const steps: string[] = []
    const env = { DATA_DIR: join(folder, 'data'), PORT: '0', LOG_LEVEL: 'silent' }
    const first = await startServer(env, { report: (step) => steps.push(step) })
    expect(steps).toEqual([`opening the embedded database in ${env.DATA_DIR}`, 'migrating'])
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200)

    const taken = await faultOf(env)
    expect(taken).toContain('is in use by another server: stop that one')
    await first.close()

    const second = await startServer(env)
    const port = new URL(second.url).port
    const fault = await faultOf({ DATA_DIR: join(folder, 'other'), PORT: port })
    expect(fault).toBe(
      `Port ${port} on 127.0.0.1 is taken: stop the program that listens there, or set PORT to a free one.`,
    )
    await second.close()
  }, 30_000)

  it('tells a folder it cannot use', async () => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    expect(await faultOf({ DATA_DIR: join(file, 'data') })).toMatch(
      /^DATA_DIR .*file\/data cannot be read and written \(ENOTDIR\): give this user access/,
    )
  })

  it('tells every malformed setting at once, one sentence each', async () => {
    const fault = await faultOf({
      PORT: '70000',
      DATABASE_URL: 'mysql://x',
      WECHAT_API_BASE: 'nowhere',
      LOG_LEVEL: 'loud',
    })
    const lines = fault.split('\n')
    expect(lines).toHaveLength(4)
    for (const name of ['PORT', 'DATABASE_URL', 'WECHAT_API_BASE', 'LOG_LEVEL'])
      expect(lines.filter((line) => line.startsWith(`${name} is `))).toHaveLength(1)
  })

  it('tells a PostgreSQL that is away, without its password', async () => {
    const fault = await faultOf({ DATABASE_URL: 'postgres://me:hush@127.0.0.1:1/x' })
    expect(fault).toContain('(ECONNREFUSED)')
    expect(fault).not.toContain('hush')
  })
})
