import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { startSimulator, type Simulator } from '../../../simulator/index'
import { UPDATE } from '../kit/cloud-functions'
import { codesOf } from '../kit/codes'
import { compileServer, type CompiledServer } from '../kit/compiled-server'
import { emptyDatabase, type ServerDatabase } from '../kit/server-database'
import { FUNCTION_JOB } from '../kit/function-server'
import { httpClient } from '../kit/http-client'
import { startServerProcess } from '../kit/server-process'
import { photo } from '../kit/storage'

const run = promisify(execFile)

describe('the compiled server, copied to where none of its packages are installed', () => {
  let compiled: CompiledServer
  let database: ServerDatabase
  let simulator: Simulator
  let env: Readonly<Record<string, string>>
  beforeAll(async () => {
    const parts = [
      compileServer(),
      emptyDatabase(),
      startSimulator({ port: 0, bound: 'every-app' }),
    ] as const
    ;[compiled, database, simulator] = await Promise.all(parts)
    env = {
      ...database.env,
      NODE_PATH: '',
      WECHAT_API_BASE: simulator.url,
      FUNCTIONS_ISOLATION: 'trusted',
    }
  }, 240_000)
  afterAll(() => Promise.all([compiled.remove(), database.remove(), simulator.close()]))

  it('the compiled server migrates an empty database and signs people in by WeChat and by password', async () => {
    const server = await startServerProcess(env, compiled.program('main'))
    expect(server.printed.at(-1)).toBe('migrating')
    const { call } = httpClient(server.url)
    const silent = '/hserve/v2.5/idp/wechat/silent-login/'
    const code = codesOf(simulator)
    const first = await call('POST', silent, { body: { code: code('alice'), create_user: true } })
    const again = await call('POST', silent, { body: { code: code('alice'), create_user: false } })
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body['user_info']).toMatchObject({ id: expect.any(Number) })

    const account = { username: 'zoe', password: 'correct horse battery' }
    const register = '/hserve/v2.1/register/username/'
    expect((await call('POST', register, { body: account })).status).toBe(201)
    expect(await call('POST', '/hserve/v2.1/login/username/', { body: account })).toMatchObject({
      status: 201,
    })
    const weak = { username: 'yan', password: 'password1' }
    expect(await call('POST', register, { body: weak })).toMatchObject({
      status: 400,
      body: { error_code: 'password_too_common' },
    })
    await server.stop()
  }, 120_000)

  it('the compiled server runs a cloud function, stores a picture and finds its settings file beside dist', async () => {
    const settings = join(dirname(compiled.program('main')), '../../.env')
    await writeFile(settings, 'BAAS_CLIENT_ID=from-the-file\n')
    const server = await startServerProcess(
      { ...env, ENV_FILE: undefined },
      compiled.program('main'),
    )
    const { call } = httpClient(server.url, undefined, 'from-the-file')
    const account = { username: 'trent', password: 'correct horse battery' }
    const { body } = await call('POST', '/hserve/v2.1/register/username/', { body: account })
    const token = String(body['token'])
    expect(
      await call('POST', FUNCTION_JOB, { body: { function_name: UPDATE }, token }),
    ).toMatchObject({ status: 200, body: { code: 1 } })

    const permit = await call('POST', '/hserve/v2.1/upload/', {
      body: { filename: 'me.jpg' },
      token,
    })
    const form = new FormData()
    for (const field of ['policy', 'authorization']) form.set(field, String(permit.body[field]))
    form.set('file', new Blob([new Uint8Array(await photo())]), 'me.jpg')
    const stored = await fetch(`${server.url}/files/`, { method: 'POST', body: form })
    expect(await stored.json()).toMatchObject({ code: 200, mimetype: 'image/jpeg' })
    await server.stop()
    await rm(settings)
  }, 120_000)

  it('the compiled server includes the operator commands', async () => {
    const help = await run(process.execPath, [compiled.program('accounts'), 'help'])
    expect(help.stdout).toContain('import')
    const rotated = await run(process.execPath, [compiled.program('rotate-keys')], {
      env: { ...process.env, ...env, ENV_FILE: '' },
    })
    expect(rotated.stdout).toContain('older keys are no longer needed')
  }, 120_000)
})
