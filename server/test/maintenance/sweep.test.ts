import { sql } from 'drizzle-orm'
import { knownDevices } from '../../src/db/schema'
import { sweep } from '../../src/maintenance/sweep'
import { serverForFile } from '../kit/server-for-file'
import { phoneInHand } from '../kit/phone-in-hand'

const { server } = serverForFile()

it('the sweep forgets devices that were away for half a year', async () => {
  const devices = () => server.context.db.$count(knownDevices)
  await phoneInHand(server).register('traveller')
  server.clock.advance(180 * 24 * 3_600_000 - 1)
  await sweep(server.context)
  expect(await devices()).toBe(1)
  server.clock.advance(1)
  await sweep(server.context)
  expect(await devices()).toBe(0)
})

it('the sweep deletes what has expired and nothing earlier', async () => {
  const { db } = server.context
  const counts = async () => {
    const { rows } = await db.execute(sql`select
      (select count(*)::int from sessions) as sessions, (select count(*)::int from sms_codes) as sms,
      (select count(*)::int from spent_codes) as codes, (select count(*)::int from rate_limits) as limits`)
    return rows[0]
  }
  await phoneInHand(server).signIn('alice')
  await server.call('POST', '/hserve/v2.2/sms-verification-code/', {
    body: { phone: '13600000001' },
  })
  const full = { sessions: 1, sms: 1, codes: 1 }
  expect(await counts()).toMatchObject(full)
  await sweep(server.context)
  expect(await counts()).toMatchObject(full)

  server.clock.advance(3_600_000)
  await sweep(server.context)
  expect(await counts()).toMatchObject({ sessions: 1, sms: 0, codes: 0 })
  server.clock.advance(30 * 24 * 3_600_000)
  await sweep(server.context)
  expect(await counts()).toEqual({ sessions: 0, sms: 0, codes: 0, limits: 0 })
})

describe('an anonymous user', () => {
  const DAY_MS = 24 * 3_600_000
  const anonymous = async () => {
    const { body } = await server.call('POST', '/hserve/v2.0/login/anonymous/', { body: {} })
    return { id: Number(body.user_id), token: String(body.token) }
  }
  const isThere = async (id: number) => {
    const { rows } = await server.context.db.execute(sql`select 1 from users where id = ${id}`)
    return rows.length === 1
  }
  const signOut = (token: string) =>
    server.call('POST', '/hserve/v2.0/session/destroy/', { body: {}, token })
  const addFile = (id: number) =>
    server.context.db.execute(sql`insert into files (id, user_id, name, mime_type, size, created_at)
      values (gen_random_uuid(), ${id}, '', 'image/png', 1, now())`)

  it('an anonymous user is swept when the last session is over, and with files half a year later', async () => {
    const [staying, leaving, keeping] = [await anonymous(), await anonymous(), await anonymous()]
    await addFile(keeping.id)
    await signOut(leaving.token)
    await signOut(keeping.token)
    server.clock.advance(3_600_000)
    await sweep(server.context)
    expect(await Promise.all([staying.id, leaving.id, keeping.id].map(isThere))).toEqual([
      true,
      false,
      true,
    ])
    server.clock.advance(30 * DAY_MS)
    await sweep(server.context)
    expect(await Promise.all([staying.id, keeping.id].map(isThere))).toEqual([false, true])
    server.clock.advance(150 * DAY_MS)
    await sweep(server.context)
    expect(await isThere(keeping.id)).toBe(false)
  })

  it('the sweep leaves an anonymous user who has any sign-in method, and everyone who is not anonymous', async () => {
    const hand = phoneInHand(server)
    const { user } = await hand.signIn('wanda')
    const { user: named } = await hand.register('walter')
    const registered = await anonymous()
    const body = { username: 'wilma', password: 'correct horse battery' }
    await server.call('POST', '/hserve/v2.1/register/username/', { body, token: registered.token })
    const odd = await Promise.all(
      [sql`username = 'odd'`, sql`email = 'odd@example.com'`, sql`phone_index = 'odd'`].map(
        async (set) => {
          const { id, token } = await anonymous()
          await server.context.db.execute(sql`update users set ${set} where id = ${id}`)
          await signOut(token)
          return id
        },
      ),
    )
    const linked = await anonymous()
    await server.context.db
      .execute(sql`insert into wechat_identities (appid, openid, user_id, created_at)
      values ('another', 'odd', ${linked.id}, now())`)
    server.clock.advance(400 * DAY_MS)
    await sweep(server.context)
    const ids = [user.id, named.id, registered.id, linked.id, ...odd]
    expect(await Promise.all(ids.map(isThere))).toEqual(ids.map(() => true))
  })
})

it('a sweep goes on until all is swept, batch after batch, and stops where it is asked to', async () => {
  const { db } = server.context
  const count = async () => {
    const { rows } = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from spent_codes`,
    )
    return rows[0]?.n
  }
  const fill = () =>
    db.execute(sql`insert into spent_codes (code_hash, spent_at)
      select 'old ' || n, timestamptz '2020-01-01' from generate_series(1, 1200) as n`)
  await fill()
  const stopped = new AbortController()
  stopped.abort()
  await sweep(server.context, stopped.signal)
  expect(await count()).toBe(1200)
  await sweep(server.context)
  expect(await count()).toBe(0)
})
