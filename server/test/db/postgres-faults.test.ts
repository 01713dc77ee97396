import { randomUUID } from 'node:crypto'
import { notMigrated, unfit } from '../../src/db/postgres-faults'
import { startServer } from '../../src/start'
import { anyPostgres } from '../kit/any-postgres'
import { faultOf } from '../kit/fault'
import { queryOnce } from '../kit/postgres'

let postgres: Awaited<ReturnType<typeof anyPostgres>>
beforeAll(async () => {
  postgres = await anyPostgres()
}, 120_000)
afterAll(() => postgres.stop())

/** The same address with another user in it, who has no rights but those everyone has. */
const asGuest = async (url: string): Promise<string> => {
  const guest = `guest_${randomUUID().replaceAll('-', '')}`
  await queryOnce(url, `create role ${guest} login`)
  return Object.assign(new URL(url), { username: guest }).href
}

const settings = (url: string) => ({ DATABASE_URL: url, PORT: '0', LOG_LEVEL: 'silent' })

const startOnce = async (url: string): Promise<void> => {
  const server = await startServer(settings(url))
  await server.close()
}

const databaseNamed = async (options: string): Promise<string> => {
  const url = await postgres.createDatabase()
  const name = `odd_${randomUUID().replaceAll('-', '')}`
  await queryOnce(url, `create database ${name} ${options}`)
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}

describe('a PostgreSQL that cannot keep accounts', () => {
  it.each(['LATIN1', 'SQL_ASCII'])(
    'a PostgreSQL that cannot keep accounts for its encoding %s is refused at the start',
    async (encoding) => {
      const url = await databaseNamed(
        `encoding '${encoding}' lc_collate 'C' lc_ctype 'C' template template0`,
      )
      expect(await faultOf(settings(url))).toContain(`has the encoding ${encoding}: make one with`)
    },
  )

  it('a PostgreSQL that cannot keep accounts for its age is refused, the oldest that can is not', () => {
    expect(unfit({ encoding: 'UTF8', dates: 'ISO, MDY', version: 130_023 })?.message).toBe(
      'DATABASE_URL names a PostgreSQL 13: take 14 or a newer one.',
    )
    expect(unfit({ encoding: 'UTF8', dates: 'ISO, DMY', version: 140_000 })).toBeNull()
  })

  it.each(['SQL', 'German', 'Postgres'])(
    'a PostgreSQL that cannot keep accounts for its style of dates %s is refused at the start',
    async (style) => {
      const url = `${await postgres.createDatabase()}?options=-c%20datestyle%3D${style}`
      expect(await faultOf(settings(url))).toContain(`writes dates in the style ${style}, `)
    },
  )

  it('a PostgreSQL that cannot keep accounts because it has no schema is refused with the one to make', async () => {
    const url = await postgres.createDatabase()
    await queryOnce(url, 'drop schema public')
    expect(await faultOf(settings(url))).toContain('(3F000): run "create schema public"')
  })

  it('a PostgreSQL that cannot keep accounts because its user may make no tables is refused with the right to grant', async () => {
    const url = await postgres.createDatabase()
    await queryOnce(url, 'revoke create on schema public from public')
    expect(await faultOf(settings(await asGuest(url)))).toContain('grant create on schema public')
  })

  it('a PostgreSQL that cannot keep accounts because it is read-only is refused', async () => {
    const url = await postgres.createDatabase()
    const readOnly = `${url}?options=-c%20default_transaction_read_only%3Don`
    expect(await faultOf(settings(readOnly))).toContain('is read-only (25006): name the primary')
  })

  it('a PostgreSQL that cannot keep accounts because another program keeps its users there is refused, and left as it is', async () => {
    const url = await postgres.createDatabase()
    await queryOnce(url, 'create table users (name text)')
    expect(await faultOf(settings(url))).toContain('tables that this server did not make (42P07)')
    expect(await queryOnce(url, "select 1 where to_regclass('migrations') is not null")).toEqual([])
  })

  it('a PostgreSQL that cannot keep accounts because another program holds a table of it is refused, other errors are not', () => {
    const failed = (code: string) => new Error('Failed query', { cause: { code } })
    expect(notMigrated(failed('55P03'))?.message).toContain('(55P03): start the server again')
    expect(notMigrated(failed('XX000'))).toBeNull()
  })

  it('a PostgreSQL that cannot keep accounts because it has no database of that name asks to create it', async () => {
    const url = Object.assign(new URL(await postgres.createDatabase()), { pathname: '/nowhere' })
    expect(await faultOf(settings(url.href))).toContain('(3D000): create the database')
  })
})

describe('a PostgreSQL that lets no one in', () => {
  it.each([
    ['sslrootcert=/nowhere/ca.pem', '(ENOENT): check the files that it names'],
    ['sslmode=verify-full', '(no TLS): switch it on there'],
  ])('a PostgreSQL that lets no one in by %s is refused with what to check', async (tail, why) => {
    expect(await faultOf(settings(`${await postgres.createDatabase()}?${tail}`))).toContain(why)
  })
})

describe('a migrated PostgreSQL', () => {
  it('a migrated PostgreSQL starts for a user who may read and write its rows and change none of its tables', async () => {
    const url = await postgres.createDatabase()
    await startOnce(url)
    const guest = await asGuest(url)
    const { username } = new URL(guest)
    await queryOnce(
      url,
      `grant select, insert, update, delete on all tables in schema public to ${username}`,
    )
    await queryOnce(url, `grant usage on all sequences in schema public to ${username}`)
    await startOnce(guest)
  })
})
