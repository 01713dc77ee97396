import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { httpClient } from '../kit/http-client'
import { migratedFolder } from '../kit/migrated-folder'
import { startServerProcess } from '../kit/server-process'

const SERVER = fileURLToPath(new URL('../../', import.meta.url))

const start = (dataDir: string, args: readonly string[], keys: Readonly<Record<string, string>>) =>
  spawn(process.execPath, ['--import', 'tsx', 'src/operator/main.ts', ...args], {
    cwd: SERVER,
    env: { ...process.env, DATA_DIR: dataDir, ...keys },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** Runs the operator's program without a terminal: its exit code and what it printed. */
const run = async (
  dataDir: string,
  args: readonly string[],
  keys: Readonly<Record<string, string>> = {},
) => {
  const child = start(dataDir, args, keys)
  const printed = { output: '', errors: '' }
  child.stdout.on('data', (chunk: Buffer) => void (printed.output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => void (printed.errors += chunk.toString()))
  const [code] = await once(child, 'close')
  return { code, ...printed }
}

const accounts = (dataDir: string, ...args: string[]) => run(dataDir, args)

describe('the program npm run accounts', () => {
  let dataDir: string
  beforeAll(async () => {
    dataDir = await migratedFolder()
  })
  afterAll(() => rm(dataDir, { recursive: true, force: true }))

  it('npm run accounts works on the accounts of a stopped server, and leaves those of a running one', async () => {
    const server = await startServerProcess({ DATA_DIR: dataDir })
    const body = { username: 'zoe', password: 'correct horse battery' }
    const { call } = httpClient(server.url)
    const registered = await call('POST', '/hserve/v2.1/register/username/', { body })
    const id = String(registered.body['id'])
    const claim = { body: { phone: '13912345678' }, token: String(registered.body['token']) }
    expect((await call('PUT', '/hserve/v2.2/user/account/', claim)).status).toBe(200)
    expect(await accounts(dataDir, 'find', 'zoe')).toEqual({
      code: 1,
      output: '',
      errors:
        'The server is running and its embedded database takes one program at a time: stop the server, run this again, and start the server.\n',
    })
    await server.stop()

    const found = await accounts(dataDir, 'find', 'ZOE', '--json')
    expect(found).toMatchObject({ code: 0, errors: '' })
    expect(JSON.parse(found.output)).toMatchObject([{ id: Number(id), username: 'zoe' }])

    const foreign = `k1:${randomBytes(32).toString('base64')}`
    expect(await run(dataDir, ['find', 'zoe'], { DATA_KEYS: foreign })).toEqual({
      code: 1,
      output: '',
      errors: expect.stringContaining('DATA_KEYS does not hold the key "dev"'),
    })

    expect(await accounts(dataDir, 'erase', id)).toMatchObject({
      code: 1,
      output: '',
      errors: 'Nothing was done: without a terminal to ask at, erase needs --yes.\n',
    })
    const erased = await accounts(dataDir, 'erase', id, '--yes', '--as', 'olga')
    expect(erased).toMatchObject({ code: 0, output: expect.stringContaining('erased') })
  }, 240_000)

  it('npm run accounts prints its usage, and refuses a command line that it does not know by exit code 2', async () => {
    const help = await accounts(dataDir, '--help')
    expect(help).toMatchObject({ code: 0, output: expect.stringContaining('end-sessions ID') })
    expect(await accounts(dataDir, 'erase', 'zoe')).toMatchObject({ code: 2, output: '' })
  }, 120_000)
  it('npm run accounts reports in one sentence that its output went nowhere', async () => {
    const child = start(dataDir, ['--help'], {})
    child.stdout.destroy()
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => void (errors += chunk.toString()))
    const [code] = await once(child, 'close')
    expect({ code, errors }).toEqual({
      code: 1,
      errors: 'It is done, but the output cannot be written (EPIPE).\n',
    })
  }, 60_000)
})
