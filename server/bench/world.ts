import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { httpClient, type HttpClient } from '../test/kit/http-client'
import { startPostgres } from '../test/kit/postgres'
import { startServerProcess, type ServerProcess } from '../test/kit/server-process'

/** The two databases the server runs on. */
export const ENGINES = ['pglite', 'postgres'] as const
export type Engine = (typeof ENGINES)[number]

/** Someone signed in, to read as. */
interface Member {
  readonly id: number
  readonly token: string
}

/** A server to measure: bench routes included, WeChat in a process of its own. */
export interface BenchServer {
  readonly url: string
  readonly client: HttpClient
  readonly member: Member
  /** Mints `count` login codes of people the server already knows, as many of each. */
  readonly codes: (count: number) => Promise<string[]>
  /** Of the server process: resident set in bytes, CPU time spent so far in milliseconds. */
  readonly vitals: () => Promise<{ rss: number; cpuMs: number }>
}

/** Where bench servers come from; `stop` ends all of them. */
export interface BenchWorld {
  readonly openServer: (users: number) => Promise<BenchServer>
  /** Lets something go wrong at WeChat: a fault as the simulator's control API takes it. */
  readonly trouble: (fault: object) => Promise<void>
  readonly stop: () => Promise<void>
}

// Enough people that no one of them meets the limit of a hundred sign-ins a minute.
const PEOPLE = 600
const AT_ONCE = 32

const inBatches = async <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> => {
  const made: T[] = []
  for (let from = 0; from < count; from += AT_ONCE) {
    const size = Math.min(AT_ONCE, count - from)
    made.push(...(await Promise.all(Array.from({ length: size }, (_, i) => make(from + i)))))
  }
  return made
}

const mintAt =
  (simulator: string) =>
  async (index: number): Promise<string> => {
    const answer = await fetch(`${simulator}/control/login-code`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person: `bench-${index % PEOPLE}`, appid: 'touristappid' }),
    })
    return ((await answer.json()) as { code: string }).code
  }

const introducePeople = async (client: HttpClient, mint: (index: number) => Promise<string>) => {
  const signedIn = await inBatches(PEOPLE, async (index) => {
    const { status, body } = await client.call('POST', '/hserve/v2.5/idp/wechat/silent-login/', {
      body: { code: await mint(index), create_user: true },
    })
    if (status !== 201) throw new Error(`person ${index} cannot sign in: ${status}`)
    return { id: (body['user_info'] as { id: number }).id, token: String(body['token']) }
  })
  const [member] = signedIn
  if (member === undefined) throw new Error('no one signed in')
  return member
}

/** Opens a world on one kind of database. */
export const openWorld = async (engine: Engine): Promise<BenchWorld> => {
  const simulator = await startServerProcess({ SIM_PORT: '0' }, '../simulator/main.ts')
  const postgres = engine === 'postgres' ? await startPostgres() : null
  const home = await mkdtemp(join(tmpdir(), 'bench-'))
  const servers: ServerProcess[] = []

  const databaseEnv = async (): Promise<Record<string, string>> =>
    postgres === null
      ? { DATA_DIR: join(home, String(servers.length)) }
      : { DATABASE_URL: await postgres.createDatabase() }

  return {
    openServer: async (users) => {
      const BENCH_USERS = String(users)
      const env = { ...(await databaseEnv()), WECHAT_API_BASE: simulator.url, BENCH_USERS }
      const server = await startServerProcess(env, 'bench/serve.ts')
      servers.push(server)
      const client = httpClient(server.url)
      const mint = mintAt(simulator.url)
      return {
        url: server.url,
        client,
        member: await introducePeople(client, mint),
        codes: (count) => inBatches(count, mint),
        vitals: async () => {
          const { body } = await client.call('GET', '/bench/vitals')
          return { rss: Number(body['rss']), cpuMs: Number(body['cpuMs']) }
        },
      }
    },
    trouble: async (fault) => {
      const answer = await fetch(`${simulator.url}/control/fault`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(fault),
      })
      if (!answer.ok) throw new Error(`the simulator takes no such fault: ${await answer.text()}`)
    },
    stop: async () => {
      await Promise.all(servers.map((server) => server.stop()))
      await Promise.all([simulator.stop(), postgres?.stop()])
      await rm(home, { recursive: true, force: true })
    },
  }
}
