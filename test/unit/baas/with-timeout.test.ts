import { withTimeout } from '../../../src/baas/with-timeout'
import { createFlights } from '../../../src/auth/flights'
import { fakeClock } from '../../kit/fake-clock'
import { settle } from '../../kit/fake-backend'

const late = () => new Error('late')

describe('a deadline', () => {
  it('a deadline ends what does not settle, at its time and not before', async () => {
    const clock = fakeClock()
    const heard: unknown[] = []
    withTimeout(clock, 100, new Promise(() => {}), late).catch((error) => heard.push(error))
    clock.advance(99)
    await settle()
    expect(heard).toEqual([])
    clock.advance(1)
    await settle()
    expect(heard).toEqual([new Error('late')])
  })

  it.each([
    ['answers', Promise.resolve('done'), 'done'],
    ['fails', Promise.reject(new Error('early')), new Error('early')],
  ])('a deadline is called off by a promise that %s', async (_, promise, outcome) => {
    const calledOff: number[] = []
    const clock = {
      now: () => 0,
      after: (ms: number) => () => void calledOff.push(ms),
    }
    const settled = withTimeout<unknown>(clock, 100, promise, late)
    expect(await settled.catch((error: unknown) => error)).toEqual(outcome)
    await settle()
    expect(calledOff).toEqual([100])
  })
})

describe('a flight', () => {
  it('a flight is joined by the same intent while it runs, and by no other', async () => {
    const fly = createFlights<number>()
    const starts: Array<(value: number) => void> = []
    const start = () => new Promise<number>((resolve) => starts.push(resolve))
    const first = fly('a', start)
    expect(fly('a', start)).toBe(first)
    expect(fly('b', start)).not.toBe(first)
    expect(starts).toHaveLength(2)
    starts[0]?.(1)
    expect(await first).toBe(1)
    void fly('a', start)
    expect(starts).toHaveLength(3)
  })

  it('a flight that failed is not shared with later callers', async () => {
    const fly = createFlights<number>()
    await expect(fly('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await fly('a', async () => 2)).toBe(2)
  })
})
