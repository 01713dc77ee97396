import { createFairTurns } from '../../src/security/fair-turns'

/** Turns that wait for two seconds at most, a work that ends on demand, and what has begun so far. */
const openTurns = () => {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const { run, refuseFull } = createFairTurns({
    most: 1,
    mostOfOne: 1,
    mostWaiting: 3,
    mostWaitingOfOne: 2,
    patienceMs: 2_000,
    refusedWhenFull: 'newcomer',
    busy: () => new Error('busy'),
  })
  /** Starts a work that is named after its holder and a number: `a1`. */
  const start = (name: string) =>
    run(name.slice(0, 1), undefined, () => {
      begun.push(name)
      return new Promise<string>((resolve) => ends.set(name, () => resolve(name)))
    })
  // Promise callbacks run between the turns of the fake clock.
  const settle = () => jest.advanceTimersByTimeAsync(0)
  const end = (name: string) => {
    ends.get(name)?.()
    return settle()
  }
  return { start, end, settle, begun, refuseFull }
}

describe('the fair turns of works that may be refused', () => {
  beforeEach(() => void jest.useFakeTimers())
  afterEach(() => void jest.useRealTimers())

  it('the fair turns of works that may be refused end a wait of two seconds, and never begin what waited', async () => {
    const { start, end, begun } = openTurns()
    const first = start('a1')
    const late = expect(start('b1')).rejects.toThrow('busy')
    await jest.advanceTimersByTimeAsync(1_999)
    const next = start('c1')
    await jest.advanceTimersByTimeAsync(1)
    await late
    await end('a1')
    expect(begun).toEqual(['a1', 'c1'])
    await end('c1')
    expect(await Promise.all([first, next])).toEqual(['a1', 'c1'])
    expect(jest.getTimerCount()).toBe(0)
  })

  it('the fair turns of works that may be refused take one at once while there are places, of each holder and of all', async () => {
    const { start, end, settle, refuseFull } = openTurns()
    const all = ['a1', 'b1', 'b2'].map(start)
    await expect(start('b3')).rejects.toThrow('busy')
    expect(() => refuseFull('b')).toThrow('busy')
    expect(() => refuseFull('c')).not.toThrow()
    all.push(start('c1'))
    await settle()
    for (const holder of ['a', 'b', 'c', 'd']) expect(() => refuseFull(holder)).toThrow('busy')
    await end('a1')
    expect(() => refuseFull('d')).not.toThrow()
    for (const name of ['b1', 'c1', 'b2']) await end(name)
    expect(await Promise.all(all)).toEqual(['a1', 'b1', 'b2', 'c1'])
    expect(() => refuseFull('b')).not.toThrow()
  })

  it('the fair turns of works that may be refused leave the place of one who waits to it where places are kept', async () => {
    const { start, end, begun } = openTurns()
    const all = ['a1', 'b1', 'b2', 'c1'].map(start)
    await expect(start('d1')).rejects.toThrow('busy')
    for (const name of ['a1', 'b1', 'c1', 'b2']) await end(name)
    await Promise.all(all)
    expect(begun).toEqual(['a1', 'b1', 'c1', 'b2'])
  })
})
