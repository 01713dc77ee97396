import { sql } from 'drizzle-orm'
import { knownDevices } from '../src/db/schema'
import { sweep } from '../src/db/sweep'
import { openDesk, type Desk } from './kit/desk'
import { phoneInHand } from './kit/phone-in-hand'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

it('forgets devices that were away for half a year', async () => {
  const devices = () => desk.context.db.$count(knownDevices)
  await phoneInHand(desk).register('traveller')
  desk.clock.advance(180 * 24 * 3_600_000 - 1)
  await sweep(desk.context)
  expect(await devices()).toBe(1)
  desk.clock.advance(1)
  await sweep(desk.context)
  expect(await devices()).toBe(0)
})

it('forgets what has expired and nothing before', async () => {
  const { db } = desk.context
  const counts = async () => {
    const { rows } = await db.execute(sql`select
      (select count(*)::int from sessions) as sessions, (select count(*)::int from sms_codes) as sms,
      (select count(*)::int from spent_codes) as codes, (select count(*)::int from rate_limits) as limits`)
    return rows[0]
  }
  await phoneInHand(desk).signIn('alice')
  await desk.call('POST', '/hserve/v2.2/sms-verification-code/', { body: { phone: '13600000001' } })
  const full = { sessions: 1, sms: 1, codes: 1 }
  expect(await counts()).toMatchObject(full)
  await sweep(desk.context)
  expect(await counts()).toMatchObject(full)

  desk.clock.advance(3_600_000)
  await sweep(desk.context)
  expect(await counts()).toMatchObject({ sessions: 1, sms: 0, codes: 0 })
  desk.clock.advance(30 * 24 * 3_600_000)
  await sweep(desk.context)
  expect(await counts()).toEqual({ sessions: 0, sms: 0, codes: 0, limits: 0 })
})
