import { createSlots } from '../src/functions/slots'

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

// Promise callbacks run between the turns of the fake clock.
const settle = () => jest.advanceTimersByTimeAsync(0)

describe('the slots functions run in', () => {
  beforeEach(() => void jest.useFakeTimers())
  afterEach(() => void jest.useRealTimers())

  it('let so many begin at once, and the others in their order', async () => {
    const { begun, work, end } = worksThatEndOnDemand()
    const inTurn = createSlots({ most: 2, mostOfOne: 2 })
    const all = ['a', 'b', 'c', 'd'].map((name, holder) => inTurn(holder, 2_000, work(name)))
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

  it('refuse with 400 who got no turn in time, and run it at no later time', async () => {
    const { begun, work, end } = worksThatEndOnDemand()
    const inTurn = createSlots({ most: 1, mostOfOne: 1 })
    const first = inTurn(1, 2_000, work('first'))
    const late = inTurn(2, 2_000, work('late'))
    const refused = expect(late).rejects.toMatchObject({ status: 400 })
    await jest.advanceTimersByTimeAsync(2_000)
    await refused
    end('first')
    await first
    const next = inTurn(1, 0, work('next'))
    await settle()
    expect(begun).toEqual(['first', 'next'])
    end('next')
    await next
  })

  it('let one holder have so many of them, and the next of another begin before its third', async () => {
    const { begun, work, end } = worksThatEndOnDemand()
    const inTurn = createSlots({ most: 4, mostOfOne: 2 })
    const all = ['a1', 'a2', 'a3', 'b1'].map((name) =>
      inTurn(name.startsWith('a') ? 1 : 2, 2_000, work(name)),
    )
    await settle()
    expect(begun).toEqual(['a1', 'a2', 'b1'])
    end('a1')
    await settle()
    expect(begun).toEqual(['a1', 'a2', 'b1', 'a3'])
    for (const name of ['a2', 'a3', 'b1']) end(name)
    await Promise.all(all)
  })

  it('are free again after a work that failed', async () => {
    const inTurn = createSlots({ most: 1, mostOfOne: 1 })
    const failure = new Error('no luck')
    await expect(inTurn(1, 0, () => Promise.reject(failure))).rejects.toBe(failure)
    expect(await inTurn(1, 0, async () => 'done')).toBe('done')
  })
})
