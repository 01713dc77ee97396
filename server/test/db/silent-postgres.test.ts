import { sql } from 'drizzle-orm'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import type { Database, OpenDatabase } from '../../src/db/database'
import { openDatabase } from '../../src/db/open'
import { isDatabaseTrouble } from '../../src/db/trouble'
import { anyPostgres } from '../kit/any-postgres'

const CONNECTIONS = 10

let postgres: Awaited<ReturnType<typeof anyPostgres>>
let network: Server
let database: OpenDatabase
let cable: 'whole' | 'silent' = 'whole'
const sockets = new Set<Socket>()

/** A network between server and PostgreSQL that can fall silent: connections stay, and nothing comes through. */
const openNetwork = (to: URL): Server =>
  createServer((near) => {
    const far = connect(Number(to.port), to.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => [near, far].forEach((end) => end.destroy()))
    }
    // One that was silent once stays so: its packets are lost.
    let isLost = false
    const pass = (to: Socket) => (chunk: Buffer) => {
      isLost ||= cable === 'silent'
      if (!isLost) to.write(chunk)
    }
    near.on('data', pass(far))
    far.on('data', pass(near))
  })

beforeAll(async () => {
  postgres = await anyPostgres()
  const url = new URL(await postgres.createDatabase())
  network = openNetwork(new URL(url)).listen(0, '127.0.0.1')
  await once(network, 'listening')
  url.port = String((network.address() as AddressInfo).port)
  url.searchParams.set('query_timeout', '500')
  database = await openDatabase({ kind: 'postgres', url: url.href })
}, 120_000)
afterAll(async () => {
  await database.close()
  for (const socket of sockets) socket.destroy()
  network.close()
  await postgres.stop()
})

const ask = (db: Pick<Database, 'execute'>) => db.execute(sql`select 1 as one`)

const isTrouble = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(() => 'answered', isDatabaseTrouble)

const many = (attempt: () => Promise<unknown>) =>
  Promise.all(Array.from({ length: CONNECTIONS }, () => isTrouble(attempt())))

describe('a PostgreSQL that falls silent, its connections open', () => {
  it('a PostgreSQL that falls silent has statements and transactions reject in time, and keeps no connection that still waits', async () => {
    const { db } = database
    const transact = () => db.transaction(async (tx) => void (await ask(tx)))
    await many(() => db.execute(sql`select pg_sleep(0.02)`))
    cable = 'silent'
    expect(await many(transact)).toEqual(Array.from({ length: CONNECTIONS }, () => true))
    expect(await isTrouble(ask(db))).toBe(true)
    cable = 'whole'
    // On a busy machine an answer may come too late; a connection that was kept would never answer again.
    let isLate = true
    while (isLate) isLate = (await many(transact)).includes(true)
    expect((await ask(db)).rows).toEqual([{ one: 1 }])
  }, 120_000)
})

describe('a transaction that an error of ours ends', () => {
  it('a transaction that an error of ours ends is rolled back, and its connection serves on', async () => {
    const { db } = database
    const backend = async (tx: Pick<Database, 'execute'>) =>
      (await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)).rows[0]?.pid
    const pids = new Set<unknown>()
    for (let i = 0; i < 3; i += 1) {
      await db
        .transaction(async (tx) => {
          pids.add(await backend(tx))
          throw new Error('ours')
        })
        .catch(() => undefined)
    }
    expect(pids.size).toBe(1)
  })
})
