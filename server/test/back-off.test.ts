import { sweep } from '../src/db/sweep'
import { ApiError } from '../src/errors'
import { forgive, refuseIfSpent, spend, type Limit } from '../src/security/limits'
import { openDesk, type Desk } from './kit/desk'

const SECOND = 1_000
const DAY = 86_400 * SECOND
const FOUR_A_MINUTE: Limit = { kind: 'test', max: 4, windowMs: 60 * SECOND }

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
}, 30_000)
afterAll(() => desk.close())

/** The seconds this hit has to wait, 0 if it passes. */
const wait = async (act: Promise<void>): Promise<number> => {
  const refusal = await act.catch((error: unknown) => error)
  if (refusal === undefined) return 0
  if (!(refusal instanceof ApiError)) throw refusal
  return Number(refusal.extra['retry_after'])
}
const hit = (subject: string) => wait(spend(desk.context, FOUR_A_MINUTE, subject))

/** Uses the limit up and goes one beyond: what that has to wait. */
const overrun = async (subject: string): Promise<number> => {
  for (let hits = 0; hits < FOUR_A_MINUTE.max; hits += 1) expect(await hit(subject)).toBe(0)
  return hit(subject)
}
const overrunAndSitOut = async (subject: string): Promise<number> => {
  const seconds = await overrun(subject)
  desk.clock.advance(seconds * SECOND)
  return seconds
}

describe('whoever goes beyond a limit', () => {
  it('waits for the window to end; who does it again within a day, twice as long each time', async () => {
    const waits: number[] = []
    for (let times = 0; times < 6; times += 1) waits.push(await overrunAndSitOut('again'))
    expect(waits).toEqual([60, 120, 240, 480, 900, 900])
  })

  it('and does not stop waits longer with every try, to fifteen minutes', async () => {
    await overrun('hammer')
    const waits: number[] = []
    for (let times = 0; times < 10; times += 1) waits.push(await hit('hammer'))
    expect(waits).toEqual([60, 60, 60, 60, 60, 64, 128, 256, 512, 900])
  })

  it('is as good as new after a day within the limit, though it is swept meanwhile', async () => {
    await overrunAndSitOut('calm')
    desk.clock.advance(DAY - 60 * SECOND)
    await sweep(desk.context)
    expect(await overrunAndSitOut('calm')).toBe(120)
    desk.clock.advance(DAY)
    expect(await overrunAndSitOut('calm')).toBe(60)
  })

  it('is as good as new once forgiven', async () => {
    await overrunAndSitOut('proved')
    await forgive(desk.context, FOUR_A_MINUTE, 'proved')
    expect(await overrun('proved')).toBe(60)
  })

  it('waits longer, too, where only failures count', async () => {
    const ask = () => wait(refuseIfSpent(desk.context, FOUR_A_MINUTE, 'failing'))
    const failAndAsk = async () => {
      for (let hits = 0; hits < FOUR_A_MINUTE.max; hits += 1) {
        expect(await ask()).toBe(0)
        await hit('failing')
      }
      const seconds = await ask()
      desk.clock.advance(seconds * SECOND)
      return seconds
    }
    expect([await failAndAsk(), await failAndAsk(), await failAndAsk()]).toEqual([60, 120, 240])
  })
})
