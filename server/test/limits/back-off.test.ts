import { ApiError } from '../../src/errors'
import { refund, reset, type Limit } from '../../src/security/buckets'
import { LIMITS, consume, consumeAll } from '../../src/security/limits'
import { sweep } from '../../src/maintenance/sweep'
import { rateLimits } from '../../src/db/schema'
import { serverForFile } from '../kit/server-for-file'

const SECOND = 1_000
const FOUR_A_MINUTE: Limit = { kind: 'test', max: 4, windowMs: 60 * SECOND, form: 'id' }
const SEVEN_A_SECOND: Limit = { kind: 'thirds', max: 7, windowMs: SECOND, form: 'id' }
const ONE_AN_HOUR: Limit = { kind: 'seldom', max: 1, windowMs: 3_600 * SECOND, form: 'id' }

const { server } = serverForFile()

/** The seconds this use has to wait, 0 if it passes. */
const wait = async (act: Promise<void>): Promise<number> => {
  const refusal = await act.catch((error: unknown) => error)
  if (refusal === undefined) return 0
  if (!(refusal instanceof ApiError)) throw refusal
  return Number(refusal.details.retry_after)
}
const use = (subject: string) => wait(consume(server.context, FOUR_A_MINUTE, subject))

/** Uses the limit up. */
const empty = async (subject: string): Promise<void> => {
  for (let uses = 0; uses < FOUR_A_MINUTE.max; uses += 1) expect(await use(subject)).toBe(0)
}

describe('a limit of four a minute', () => {
  it('a limit of four a minute lets four uses pass at once and then one every fifteen seconds', async () => {
    await empty('steady')
    for (let times = 0; times < 5; times += 1) {
      expect(await use('steady')).toBe(15)
      server.clock.advance(15 * SECOND)
      expect(await use('steady')).toBe(0)
    }
  })

  it('a limit of four a minute reports a wait that holds, however often the refused use is repeated meanwhile', async () => {
    await empty('hammered')
    for (let second = 15; second > 0; second -= 1) {
      expect(await use('hammered')).toBe(second)
      server.clock.advance(SECOND)
    }
    expect(await use('hammered')).toBe(0)
  })

  it('a limit of four a minute lets four of ten uses at the same moment pass', async () => {
    const waits = await Promise.all(Array.from({ length: 10 }, () => use('at once')))
    expect(waits.sort((a, b) => a - b)).toEqual([0, 0, 0, 0, 15, 15, 15, 15, 15, 15])
  })

  it('a limit of four a minute is whole again after a minute, and its row is swept then', async () => {
    await empty('rested')
    server.clock.advance(60 * SECOND)
    await sweep(server.context)
    expect(await server.context.db.$count(rateLimits)).toBe(0)
    await empty('rested')
  })

  it('a limit of four a minute is whole again once it is reset', async () => {
    await empty('verified')
    await reset(server.context, [{ limit: FOUR_A_MINUTE, subject: 'verified' }])
    await empty('verified')
  })

  it('a limit of four a minute is neither reset nor refunded when the database fails: the caller learns it', async () => {
    const uses = [{ limit: FOUR_A_MINUTE, subject: 'kept' }]
    const execute = jest.spyOn(server.context.db, 'execute').mockRejectedValue(new Error('gone'))
    await expect(reset(server.context, uses)).rejects.toThrow('gone')
    await expect(refund(server.context, uses)).rejects.toThrow('gone')
    execute.mockRestore()
  })
})

it('a limit whose parts are no whole milliseconds lets all of them pass', async () => {
  for (let uses = 0; uses < 7; uses += 1) {
    expect(await wait(consume(server.context, SEVEN_A_SECOND, 'x'))).toBe(0)
  }
  expect(await wait(consume(server.context, SEVEN_A_SECOND, 'x'))).toBe(1)
})

describe('uses that are counted together', () => {
  const both = (subject: string) => [
    { limit: FOUR_A_MINUTE, subject },
    { limit: ONE_AN_HOUR, subject },
  ]

  it('the uses that are counted together pass together or not at all, and then wait for the slowest', async () => {
    const pass = () => wait(consumeAll(server.context, both('pair')))
    expect(await pass()).toBe(0)
    for (let times = 0; times < 9; times += 1) expect(await pass()).toBe(3_600)
    for (let uses = 0; uses < 3; uses += 1) expect(await use('pair')).toBe(0)
    expect(await use('pair')).toBe(15)
    expect(await pass()).toBe(3_600)

    server.clock.advance(3_600 * SECOND)
    expect(await pass()).toBe(0)
  })

  it('the uses that are counted together are as if they had never been once they are refunded', async () => {
    await consumeAll(server.context, both('refunded'))
    await refund(server.context, both('refunded'))
    expect(await wait(consumeAll(server.context, both('refunded')))).toBe(0)
  })
})

it('every limit that other people can use up refills at least once a minute, save those of messages', () => {
  const messages = new Set(['smsPerPhoneAndDay', 'mailPerAccount'])
  const shared = Object.entries(LIMITS).filter(
    ([name]) =>
      /PerAddress|PerTarget|PerSender|PerPhone|PerAccount/.test(name) && !messages.has(name),
  )
  expect(shared.length).toBeGreaterThan(8)
  expect(shared.filter(([, { max, windowMs }]) => windowMs / max > 60 * SECOND)).toEqual([])
})
