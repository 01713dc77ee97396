import { createConcurrencyLimit } from '../../src/wechat/concurrency-limit'

describe('the limit of calls at once', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  /** A limit of two usual places and four in all, and the names of the callers that have begun. */
  const open = () => {
    const limit = createConcurrencyLimit({ usual: 2, most: 4, patienceMs: 100 })
    const begun: string[] = []
    const leaves = new Map<string, () => void>()
    const enter = (name: string): boolean => {
      const entered = limit.enter()
      void entered?.then((leave) => {
        begun.push(name)
        leaves.set(name, leave)
      })
      return entered !== null
    }
    const leave = async (name: string) => {
      leaves.get(name)?.()
      await jest.advanceTimersByTimeAsync(0)
    }
    return { enter, leave, begun }
  }

  it('the limit of calls to WeChat lets so many run at once as are usual, and the next when one has ended', async () => {
    const { enter, leave, begun } = open()
    for (const name of ['a', 'b', 'c', 'd']) enter(name)
    await jest.advanceTimersByTimeAsync(99)
    expect(begun).toEqual(['a', 'b'])
    await leave('b')
    expect(begun).toEqual(['a', 'b', 'c'])
  })

  it('the limit of calls to WeChat lets a call begin anyway after a tenth of a second: the others are slow', async () => {
    const { enter, leave, begun } = open()
    for (const name of ['a', 'b', 'c', 'd']) enter(name)
    await jest.advanceTimersByTimeAsync(101)
    expect(begun).toEqual(['a', 'b', 'c', 'd'])
    // Two too many run: the end of one makes no room.
    await leave('a')
    enter('e')
    expect(begun).toHaveLength(4)
    await leave('b')
    expect(begun).toHaveLength(4)
    await leave('c')
    expect(begun).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('the limit of calls to WeChat refuses at once what is too much, and takes calls again when others have ended', async () => {
    const { enter, leave } = open()
    expect(['a', 'b', 'c', 'd', 'e'].map(enter)).toEqual([true, true, true, true, false])
    await jest.advanceTimersByTimeAsync(0)
    await leave('a')
    expect([enter('f'), enter('g')]).toEqual([true, false])
  })

  it('the limit of calls to WeChat counts a call once that gets a place in the moment its patience ends', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] })
    const { enter, leave, begun } = open()
    for (const name of ['a', 'b', 'c']) enter(name)
    await jest.advanceTimersByTimeAsync(0)
    jest.advanceTimersByTime(100)
    await leave('a')
    await new Promise(setImmediate)
    expect(begun).toEqual(['a', 'b', 'c'])
    enter('d')
    await leave('b')
    expect(begun).toEqual(['a', 'b', 'c', 'd'])
  })
})
