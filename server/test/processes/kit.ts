import { Client } from 'pg'
import { startSimulator, type Simulator } from '../../../simulator/index'
import { codesOf } from '../kit/codes'
import { httpClient, type HttpClient, type JsonAnswer } from '../kit/http-client'
import { anyPostgres } from '../kit/any-postgres'
import { startServerProcess, type ServerProcess } from '../kit/server-process'

/** Two server processes on one PostgreSQL, and the one WeChat they both ask. */
export interface Pair {
  readonly left: HttpClient
  readonly right: HttpClient
  readonly processes: readonly [ServerProcess, ServerProcess]
  readonly simulator: Simulator
  /** A fresh wx.login code of this person. */
  readonly code: (person: string) => string
  /** The first column of the first row, as a number. */
  readonly count: (query: string) => Promise<number>
  readonly stop: () => Promise<void>
}

/** Starts both processes at the same moment on an empty database, as a rollout does. */
export const startPair = async (): Promise<Pair> => {
  const [postgres, simulator] = await Promise.all([
    anyPostgres(),
    startSimulator({ port: 0, bound: 'every-app' }),
  ])
  const url = await postgres.createDatabase()
  const env = { DATABASE_URL: url, WECHAT_API_BASE: simulator.url }
  const processes = await Promise.all([startServerProcess(env), startServerProcess(env)])
  const database = new Client({ connectionString: url })
  await database.connect()

  return {
    left: httpClient(processes[0].url),
    right: httpClient(processes[1].url),
    processes,
    simulator,
    code: codesOf(simulator),
    count: async (query) => {
      const { rows } = await database.query<unknown[]>({ text: query, rowMode: 'array' })
      return Number(rows[0]?.[0])
    },
    stop: async () => {
      await database.end()
      await Promise.all(processes.map((process) => process.stop()))
      await Promise.all([postgres.stop(), simulator.close()])
    },
  }
}

/** Runs `attempt` `times` times at once, in turn at the left and the right process. */
export const inTurn = (
  { left, right }: Pair,
  times: number,
  attempt: (client: HttpClient, index: number) => Promise<JsonAnswer>,
): Promise<JsonAnswer[]> =>
  Promise.all(Array.from({ length: times }, (_, i) => attempt(i % 2 === 0 ? left : right, i)))
