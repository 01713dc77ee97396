import { createSlowLane } from '../../src/security/slow-lane'

const MINUTE = 60_000

/** A lane of one slow address, and acts in it that end when the test says so. */
const openLane = () => {
  const lane = createSlowLane()
  lane.begin('here', MINUTE)
  const running: (() => void)[] = []
  const enter = (address = 'here') =>
    lane.run(address, () => new Promise<void>((resolve) => running.push(resolve)))
  /** Ends the act that runs longest. */
  const endOne = async () => {
    running.shift()?.()
    await new Promise(process.nextTick)
  }
  return { lane, running, enter, endOne }
}

const turns = async (times: number, act: () => Promise<void>) => {
  for (let turn = 0; turn < times; turn += 1) await act()
}

describe('the slow lane of an address', () => {
  it('the slow lane of an address runs two at a time, the others in the order they came', async () => {
    const { lane, enter, endOne } = openLane()
    const started: number[] = []
    const all = Array.from({ length: 5 }, (_, nth) =>
      lane.run('here', async () => void started.push(nth)),
    )
    await Promise.all(all)
    expect(started).toEqual([0, 1, 2, 3, 4])

    const { running } = openLane()
    expect(running).toHaveLength(0)
    const two = [enter(), enter()]
    const third = jest.fn()
    const last = lane.run('here', async () => third())
    await turns(3, () => Promise.resolve())
    expect(third).not.toHaveBeenCalled()
    await endOne()
    await last
    expect(third).toHaveBeenCalledTimes(1)
    await endOne()
    await Promise.all(two)
  })

  it('the slow lane of an address refuses with 429 while twenty wait, and takes the next when one of them has its turn', async () => {
    const { enter, endOne, running } = openLane()
    const all = Array.from({ length: 22 }, () => enter())
    await expect(enter()).rejects.toMatchObject({ status: 429, details: { retry_after: 1 } })
    await turns(2, endOne)
    expect(running).toHaveLength(2)
    all.push(enter())
    await turns(30, endOne)
    await expect(Promise.all(all)).resolves.toHaveLength(23)
  })

  it('the slow lane of an address refuses with 429 what got no turn within three seconds, and does not run it later', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick'] })
    const { enter, endOne, running } = openLane()
    const two = [enter(), enter()]
    const third = enter()
    const refused = expect(third).rejects.toMatchObject({ status: 429 })
    jest.advanceTimersByTime(3_000)
    await refused
    await turns(2, endOne)
    expect(running).toHaveLength(0)
    await Promise.all(two)
    const next = [enter(), enter()]
    await new Promise(process.nextTick)
    expect(running).toHaveLength(2)
    await turns(2, endOne)
    await Promise.all(next)
    jest.useRealTimers()
  })

  it('the slow lane of an address keeps its turns when a task fails', async () => {
    const { lane } = openLane()
    const fail = () => lane.run('here', () => Promise.reject(new Error('refused')))
    for (let nth = 0; nth < 3; nth += 1) await expect(fail()).rejects.toThrow('refused')
    await expect(lane.run('here', async () => 'passed')).resolves.toBe('passed')
  })

  it('the slow lane of an address does not hold up other addresses, and ends at its time', async () => {
    const { lane, enter, running } = openLane()
    const all = [enter('there'), enter('there'), enter('there')]
    expect(running).toHaveLength(3)
    running.forEach((end) => end())
    await Promise.all(all)
    expect([lane.isSlow('there', 0), lane.isSlow('here', MINUTE - 1)]).toEqual([false, true])
    expect(lane.isSlow('here', MINUTE)).toBe(false)
  })

  it('the slow lane of an address is forgotten for the oldest of more than ten thousand addresses', () => {
    const { lane } = openLane()
    for (let nth = 0; nth < 9_999; nth += 1) lane.begin(`address ${nth}`, MINUTE)
    expect(lane.isSlow('here', 0)).toBe(true)
    lane.begin('one more', MINUTE)
    expect([lane.isSlow('here', 0), lane.isSlow('one more', 0)]).toEqual([false, true])
  })

  it('the slow lane of an address that is slowed down again is among the latest, not the oldest', () => {
    const { lane } = openLane()
    for (let nth = 0; nth < 9_999; nth += 1) lane.begin(`address ${nth}`, MINUTE)
    lane.begin('here', 2 * MINUTE)
    lane.begin('one more', MINUTE)
    expect([lane.isSlow('here', MINUTE), lane.isSlow('address 0', 0)]).toEqual([true, false])
  })
})
