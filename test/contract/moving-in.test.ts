import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startServerProcess, type ServerProcess } from '../../server/test/kit/server-process'
import { openWorld } from './kit/world'

const run = promisify(execFile)

/** Imports `users` into a new server that asks the WeChat at `wechat`, and starts it. */
const moveIn = async (folder: string, wechat: string, users: readonly object[]) => {
  const env = { DATA_DIR: join(folder, 'data'), ENV_FILE: '', WECHAT_API_BASE: wechat }
  await (await startServerProcess(env)).stop()
  const file = join(folder, 'users.jsonl')
  await writeFile(file, users.map((user) => `${JSON.stringify(user)}\n`).join(''))
  const program = [
    '--import',
    'tsx',
    'server/src/operator/main.ts',
    'import',
    file,
    '--yes',
    '--json',
  ]
  const { stdout } = await run(process.execPath, program, { env: { ...process.env, ...env } })
  expect(JSON.parse(stdout)).toMatchObject({ imported: users.length, problems: 0 })
  return startServerProcess(env)
}

describe('an app built with the vendor’s SDK, whose host is changed after its users were imported', () => {
  const world = openWorld()
  let folder: string
  let server: ServerProcess
  // Sessions that the SDK stored while the app asked the old backend.
  const stored = new Map<string, Map<string, unknown>>()

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'moving-'))
    const users = await Promise.all(
      ['mover-ann', 'mover-bob'].map(async (person) => {
        const before = world.phone(person)
        const { id, openid } = await before.BaaS.auth.loginWithWechat()
        stored.set(person, before.storage)
        return { id, openid, nickname: person, created_at: 1_600_000_000 }
      }),
    )
    server = await moveIn(folder, String(process.env['CONTRACT_SIMULATOR']), users)
  }, 240_000)
  afterAll(async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const launch = (person: string, autoLogin: boolean) => {
    const storage = new Map(stored.get(person))
    return world.phone(person, { server: server.url, storage, autoLogin })
  }

  it('an app whose host is changed signs a person in to the same id with autoLogin, from the session it had stored before', async () => {
    const phone = launch('mover-ann', true)
    const id = phone.storage.get('ifx_baas_uid')
    const user = await phone.BaaS.auth.getCurrentUser()
    expect(user.id).toBe(id)
    expect(user.get('nickname')).toBe('mover-ann')
    expect(phone.wire.map(({ status }) => status)).toEqual([401, 201, 200])
    expect((await launch('mover-ann', true).BaaS.auth.loginWithWechat()).id).toBe(id)
  })

  // docs/protocol.md 9.5
  it('an app whose host is changed is refused without autoLogin while the stored session lasts, and signs in to the same id afterwards', async () => {
    const phone = launch('mover-bob', false)
    const id = phone.storage.get('ifx_baas_uid')
    await expect(phone.BaaS.auth.loginWithWechat()).rejects.toMatchObject({ code: 401 })
    phone.storage.set('ifx_baas_session_expires_at', Date.now() / 1000 - 1)
    expect((await phone.BaaS.auth.loginWithWechat()).id).toBe(id)
    expect((await phone.BaaS.auth.getCurrentUser()).get('nickname')).toBe('mover-bob')
  })
})
