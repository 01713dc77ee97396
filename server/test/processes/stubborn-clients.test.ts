import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { anyPostgres } from '../kit/any-postgres'
import { httpClient, type HttpClient } from '../kit/http-client'
import { startServerProcess, type ServerProcess } from '../kit/server-process'

const READS = 30
const DEADLINE_MS = 15_000
const STOP_MS = 10_000

let postgres: Awaited<ReturnType<typeof anyPostgres>>
let server: ServerProcess
let client: HttpClient
let database: Client
let folder: string
const member = { userId: 0, token: '' }
const sockets: Socket[] = []

const open = async (text: string): Promise<void> => {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  socket.on('error', () => undefined)
  sockets.push(socket)
  await once(socket, 'connect')
  socket.write(text)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'functions-'))
  await mkdir(join(folder, 'hang'))
  await writeFile(join(folder, 'hang', 'index.js'), 'exports.main = () => { for (;;); }')
  postgres = await anyPostgres()
  const url = await postgres.createDatabase()
  server = await startServerProcess({ DATABASE_URL: url, FUNCTIONS_DIR: folder })
  client = httpClient(server.url)
  database = new Client({ connectionString: url })
  await database.connect()
  const account = { username: 'stubborn', password: 'correct horse battery' }
  const { body } = await client.call('POST', '/hserve/v2.1/register/username/', { body: account })
  Object.assign(member, { userId: body['user_id'], token: body['token'] })
}, 120_000)
afterAll(async () => {
  for (const socket of sockets) socket.destroy()
  await database.end()
  await server.kill()
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
})

const read = () =>
  client.call('GET', `/hserve/v2.5/user/info/${member.userId}/`, { token: member.token })

describe('a lock that is held for ever', () => {
  it('a lock that is held for ever has requests answered 503 within the deadline, while the probes answer', async () => {
    await database.query('begin')
    await database.query('lock table users in access exclusive mode')
    const begun = performance.now()
    const reads = Promise.all(Array.from({ length: READS }, read))
    for (const probe of ['/healthz', '/readyz']) {
      expect([probe, (await client.call('GET', probe)).status]).toEqual([
        probe,
        probe === '/healthz' ? 200 : expect.any(Number),
      ])
    }
    for (const { status, body } of await reads) {
      expect([status, body]).toEqual([
        503,
        {
          status: 'error',
          error_msg: expect.any(String),
          error_code: expect.stringMatching(/^(database_unavailable|deadline_exceeded)$/),
          retry_after: 1,
        },
      ])
    }
    expect(performance.now() - begun).toBeLessThan(DEADLINE_MS)
  }, 120_000)

  it('a server recovers by itself from a lock when it is released', async () => {
    await database.query('rollback')
    let status = 0
    while (status !== 200) ({ status } = await read())
  }, 120_000)
})

describe('SIGTERM', () => {
  it('SIGTERM ends the server within ten seconds, in order, whatever clients, functions and the database do', async () => {
    const job = { function_name: 'hang', sync: false }
    const { token } = member
    await client.call('POST', '/hserve/v1/cloud-function/job/', { body: job, token })
    await open('')
    await open('GET /healthz HTTP/1.1\r\nHost: x\r\n')
    await open(
      'POST /files/ HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000\r\n\r\n--b\r\n',
    )
    await database.query('begin')
    await database.query('lock table users in access exclusive mode')
    const held = read().catch(() => null)

    const begun = performance.now()
    await server.stop()
    expect(performance.now() - begun).toBeLessThan(STOP_MS)
    expect(await server.ended).toBe(0)
    await held
    await database.query('rollback')
  }, 120_000)
})
