import { withTimeout } from '../../src/with-timeout'

describe('a task with a timeout', () => {
  beforeEach(() => void jest.useFakeTimers())
  afterEach(() => void jest.useRealTimers())

  it('a task with a timeout resolves and rejects as it does by itself, and leaves no timer', async () => {
    const late = jest.fn()
    const fault = new Error('of the task')
    expect(await withTimeout(Promise.resolve('done'), 1_000, late)).toBe('done')
    await expect(withTimeout(Promise.reject(fault), 1_000, late)).rejects.toBe(fault)
    expect([late.mock.calls, jest.getTimerCount()]).toEqual([[], 0])
  })

  it('a task with a timeout ends after it with what its caller has for that, be it a failure', async () => {
    const never = new Promise<string>(() => undefined)
    const late = withTimeout(never, 1_000, () => 'late')
    const refused = withTimeout(never, 1_000, () => {
      throw new Error('too late')
    })
    const outcome = expect(refused).rejects.toThrow('too late')
    await jest.advanceTimersByTimeAsync(1_000)
    expect(await late).toBe('late')
    await outcome
  })

  it('a task with a timeout that fails after it troubles no one', async () => {
    const task = new Promise<string>((_resolve, reject) => {
      setTimeout(() => reject(new Error('of the task')), 2_000)
    })
    const late = withTimeout(task, 1_000, () => 'late')
    await jest.advanceTimersByTimeAsync(3_000)
    expect(await late).toBe('late')
  })
})
