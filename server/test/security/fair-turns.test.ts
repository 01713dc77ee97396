import { createFairTurns } from '../../src/security/fair-turns'

/** Turns, and works in them that end on demand. */
const openTurns = (limits: Partial<Parameters<typeof createFairTurns>[0]> = {}) => {
  const { run } = createFairTurns({
    most: 2,
    mostOfOne: 2,
    mostWaiting: 100,
    mostWaitingOfOne: 100,
    busy: () => new Error('busy'),
    ...limits,
  })
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const all: Promise<unknown>[] = []
  /** Starts works that are named after their holder and a number: `a1`. */
  const start = (...names: readonly string[]) => {
    for (const name of names) {
      const work = () => {
        begun.push(name)
        return new Promise<void>((resolve) => ends.set(name, resolve))
      }
      all.push(
        run(name.slice(0, 1), undefined, work).catch((error: Error) => `${name} ${error.message}`),
      )
    }
  }
  const end = async (name: string) => {
    ends.get(name)?.()
    ends.delete(name)
    await new Promise(process.nextTick)
  }
  /** Ends every work there is, and returns what was refused. */
  const finish = async () => {
    while (ends.size > 0) for (const name of [...ends.keys()]) await end(name)
    return (await Promise.all(all)).filter((each) => each !== undefined)
  }
  return { run, begun, start, end, finish }
}

describe('the fair turns of works', () => {
  it('the fair turns of works let as many works run at once as there are places, of one holder no more than its share', async () => {
    const { begun, start, end, finish } = openTurns({ most: 3 })
    start('a1', 'a2', 'a3', 'b1', 'b2')
    expect(begun).toEqual(['a1', 'a2', 'b1'])
    await end('b1')
    expect(begun).toEqual(['a1', 'a2', 'b1', 'b2'])
    await end('b2')
    expect(begun).toHaveLength(4)
    await end('a2')
    expect(begun.at(-1)).toBe('a3')
    expect(await finish()).toEqual([])
  })

  it('the fair turns of works let another holder begin before the hundred works that one holder has waiting', async () => {
    const { begun, start, end, finish } = openTurns()
    start(...Array.from({ length: 100 }, (_, nth) => `a${nth}`), 'b1')
    await end('a0')
    expect(begun).toEqual(['a0', 'a1', 'b1'])
    expect(await finish()).toEqual([])
  })

  it('the fair turns of works serve holders one after the other, each in the order its works came', async () => {
    const { begun, start, end, finish } = openTurns({ most: 1 })
    start('a1', 'a2', 'a3', 'b1', 'b2', 'c1')
    for (const name of ['a1', 'a2', 'b1', 'c1', 'a3']) await end(name)
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2'])
    expect(await finish()).toEqual([])
  })

  it('the fair turns of works refuse what one holder has beyond its share of those that wait, and nothing of others', async () => {
    const { start, finish } = openTurns({ most: 1, mostWaitingOfOne: 2 })
    start('a1', 'a2', 'a3', 'a4', 'b1')
    expect(await finish()).toEqual(['a4 busy'])
  })

  it('the fair turns of works refuse the latest of the holder with the most that wait, when another comes and no place is left', async () => {
    const { begun, start, finish } = openTurns({ most: 1, mostWaiting: 3 })
    start('a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'a5', 'c1')
    expect(await finish()).toEqual(['a3 busy', 'a4 busy', 'b2 busy', 'a5 busy'])
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1'])
  })

  it('the fair turns of works refuse what is aborted before its turn, and never begin it', async () => {
    const { run, begun, start, end, finish } = openTurns({ most: 1 })
    const leaving = new AbortController()
    const work = jest.fn(() => Promise.resolve('done'))
    start('a1')
    const left = expect(run('b', leaving.signal, work)).rejects.toThrow('busy')
    start('c1')
    leaving.abort()
    await left
    await expect(run('b', leaving.signal, work)).rejects.toThrow('busy')
    await end('a1')
    expect([begun, work.mock.calls]).toEqual([['a1', 'c1'], []])
    expect(await finish()).toEqual([])
    await expect(run('b', new AbortController().signal, work)).resolves.toBe('done')
  })

  it('the fair turns of works are free again after a work that failed', async () => {
    const { run } = openTurns({ most: 1 })
    const failure = new Error('no luck')
    await expect(run('a', undefined, () => Promise.reject(failure))).rejects.toBe(failure)
    await expect(run('a', undefined, async () => 'done')).resolves.toBe('done')
  })
})
