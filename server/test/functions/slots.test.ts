import { createSlots } from '../../src/functions/slots'

/** A work that ends on demand, and what has begun so far. */
const worksThatEndOnDemand = () => {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const work = (name: string) => () => {
    begun.push(name)
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)))
  }
  return { begun, work, end: (name: string) => ends.get(name)?.() }
}

const slotsOf = (limits: { most: number; mostOfOne: number }) =>
  createSlots({ ...limits, mostWaiting: 3, mostWaitingOfOne: 2 })

// Promise callbacks run between the turns of the fake clock.
const settle = () => jest.advanceTimersByTimeAsync(0)

describe('the slots functions run in', () => {
  beforeEach(() => void jest.useFakeTimers())
  afterEach(() => void jest.useRealTimers())

  it('the slots of functions let so many runs begin at once, and the others in their order', async () => {
    const { begun, work, end } = worksThatEndOnDemand()
    const { run } = slotsOf({ most: 2, mostOfOne: 2 })
    const all = ['a', 'b', 'c', 'd'].map((name, holder) => run(holder, 2_000, work(name)))
    await settle()
    expect(begun).toEqual(['a', 'b'])
    end('b')
    await settle()
    expect(begun).toEqual(['a', 'b', 'c'])
    for (const name of ['a', 'c']) end(name)
    await settle()
    end('d')
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('the slots of functions refuse with 400 a run that got no turn in time, and start it at no later time', async () => {
    const { begun, work, end } = worksThatEndOnDemand()
    const { run } = slotsOf({ most: 1, mostOfOne: 1 })
    const first = run(1, 2_000, work('first'))
    const late = run(2, 2_000, work('late'))
    const refused = expect(late).rejects.toMatchObject({ status: 400 })
    await jest.advanceTimersByTimeAsync(2_000)
    await refused
    end('first')
    await first
    const next = run(1, 0, work('next'))
    await settle()
    expect(begun).toEqual(['first', 'next'])
    end('next')
    await next
  })

  it('the slots of functions let one holder have so many of them, and the next of another begin before its third', async () => {
    const { begun, work, end } = worksThatEndOnDemand()
    const { run } = slotsOf({ most: 4, mostOfOne: 2 })
    const all = ['a1', 'a2', 'a3', 'b1'].map((name) =>
      run(name.startsWith('a') ? 1 : 2, 2_000, work(name)),
    )
    await settle()
    expect(begun).toEqual(['a1', 'a2', 'b1'])
    end('a1')
    await settle()
    expect(begun).toEqual(['a1', 'a2', 'b1', 'a3'])
    for (const name of ['a2', 'a3', 'b1']) end(name)
    await Promise.all(all)
  })

  it('the slots of functions are free again after a work that failed', async () => {
    const { run } = slotsOf({ most: 1, mostOfOne: 1 })
    const failure = new Error('no luck')
    await expect(run(1, 0, () => Promise.reject(failure))).rejects.toBe(failure)
    expect(await run(1, 0, async () => 'done')).toBe('done')
  })

  it('the slots of functions refuse at once a run beyond those of one holder, or of all, that wait already', async () => {
    const { work, end } = worksThatEndOnDemand()
    const { run, refuseBeyond } = slotsOf({ most: 1, mostOfOne: 1 })
    const begun = run(1, 2_000, work('begun'))
    const waiting = [2, 2].map((holder) => run(holder, 2_000, work('waits')))
    await settle()
    await expect(run(2, 2_000, work('third'))).rejects.toMatchObject({
      errorCode: 'functions_busy',
    })
    expect(() => refuseBeyond(3)).not.toThrow()
    waiting.push(run(3, 2_000, work('waits')))
    await settle()
    for (const holder of [2, 3, 4]) expect(() => refuseBeyond(holder)).toThrow(/try again/)
    end('begun')
    await begun
    await settle()
    end('waits')
    await settle()
    expect(() => refuseBeyond(4)).not.toThrow()
    for (let i = 0; i < 2; i++) {
      end('waits')
      await settle()
    }
    await Promise.all(waiting)
  })
})
