import { inTurn } from '../../src/db/in-turn'
import { DatabaseUnreachable } from '../../src/db/trouble'
import { settle, wait } from '../kit/turns'

// Time is set by hand; the turns of the event loop are real.

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['setImmediate'] }))

afterEach(() => void jest.useRealTimers())

it('the calls in turn wait at most eight seconds for those before them, are not run then, and let none overtake', async () => {
  const ends: (() => void)[] = []
  const run = jest.fn(() => new Promise<void>((resolve) => ends.push(resolve)))
  const call = inTurn((key: string) => [key], run)
  const first = call('a')
  const late = expect(call('a')).rejects.toThrow(DatabaseUnreachable)
  await wait(8_000)
  await late
  const third = call('a')
  await settle()
  expect(run).toHaveBeenCalledTimes(1)

  ends[0]?.()
  await first
  await settle()
  expect(run).toHaveBeenCalledTimes(2)
  ends[1]?.()
  await third
})

it('a queue of calls in turn is forgotten when its last call is over, however it ended', async () => {
  const run = jest.fn(async (input: { key: string; ok: boolean }) => {
    if (!input.ok) throw new Error('refused')
    return input.key
  })
  const call = inTurn(({ key }) => [key], run)
  const first = call({ key: 'a', ok: false })
  const second = call({ key: 'a', ok: true })
  expect(run).toHaveBeenCalledTimes(1)
  await expect(first).rejects.toThrow('refused')
  await expect(second).resolves.toBe('a')

  void call({ key: 'a', ok: true })
  expect(run).toHaveBeenCalledTimes(3)
})
