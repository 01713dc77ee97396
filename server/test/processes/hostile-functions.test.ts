import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findIsolation, type Isolation } from '../../src/functions/isolation'
import { readyDatabase, type ServerDatabase } from '../kit/server-database'
import { FUNCTION_JOB } from '../kit/function-server'
import { CHANNEL_DEEDS, RESULT_DEEDS } from '../kit/hostile/channel'
import type { Deed } from '../kit/hostile/deed'
import { REACH_DEEDS } from '../kit/hostile/reach'
import { httpClient, type HttpClient } from '../kit/http-client'
import { startServerProcess, type ServerProcess } from '../kit/server-process'

const DEEDS = { ...CHANNEL_DEEDS, ...RESULT_DEEDS, ...REACH_DEEDS }

/** The protocol's answer to a run that ended so (docs/protocol.md 5.2). */
const answerTo = ({ end }: Deed) => {
  if (end.kind === 'done') return { status: 200, body: { code: 0, data: end.data } }
  if (end.kind === 'failed') return { status: 200, body: { code: 1, error: { type: end.name } } }
  return { status: 400, body: { error_msg: `The function did not answer: ${end.reason}.` } }
}

let isolation: Isolation
let folder: string
let database: ServerDatabase
let server: ServerProcess
let client: HttpClient
let token: string
let id: string
let victims: readonly Server[]

const listen = async (to: string | number): Promise<Server> => {
  const victim = createServer().listen(to)
  await once(victim, 'listening')
  return victim
}

beforeAll(async () => {
  isolation = await findIsolation()
  folder = await mkdtemp(join(tmpdir(), 'hostile-'))
  for (const [name, { source }] of Object.entries(DEEDS)) {
    await mkdir(join(folder, name))
    await writeFile(join(folder, name, 'index.js'), source)
  }
  database = await readyDatabase()
  server = await startServerProcess({
    ...database.env,
    FUNCTIONS_DIR: folder,
    LOG_LEVEL: 'error',
  })
  client = httpClient(server.url)
  victims = await Promise.all([0, join(folder, 'socket'), `\0hostile-${process.pid}`].map(listen))
}, 120_000)

afterAll(async () => {
  await server.stop()
  for (const victim of victims) victim.close()
  await Promise.all([database.remove(), rm(folder, { recursive: true, force: true })])
})

describe('a server that runs a hostile function', () => {
  it('an account registers with the server that runs the hostile functions', async () => {
    const body = { username: 'mallory', password: 'correct horse battery' }
    const registered = await client.call('POST', '/hserve/v2.1/register/username/', { body })
    token = String(registered.body['token'])
    id = String(registered.body['id'])
    expect(registered.status).toBe(201)
  })

  it.each(Object.entries(DEEDS))(
    'a server ends a hostile function that %s, and goes on',
    async (name, deed) => {
      // Such a deed would hit the machine of the person who runs this test.
      if (name in REACH_DEEDS && isolation.gaps.length > 0) return
      const address = victims[0]?.address()
      const data = {
        port: typeof address === 'object' ? address?.port : 0,
        path: join(folder, 'socket'),
        abstract: `hostile-${process.pid}`,
        pids: [server.pid, process.pid],
      }
      const body = { function_name: name, data }
      expect(await client.call('POST', FUNCTION_JOB, { body, token })).toMatchObject(answerTo(deed))
      expect((await client.call('GET', '/healthz')).status).toBe(200)
      const own = await client.call('GET', `/hserve/v2.5/user/info/${id}/`, { token })
      expect(own).toMatchObject({ status: 200, body: { _username: 'mallory' } })
    },
  )

  it('a server that ran hostile functions has not been started anew, and has logged nothing', () => {
    expect(process.kill(server.pid, 0)).toBe(true)
    expect(server.log()).toBe('')
  })
})
