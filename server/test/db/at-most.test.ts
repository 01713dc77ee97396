import fc from 'fast-check'
import { atMost } from '../../src/at-most'

describe('a limit of tasks at once', () => {
  it('atMost() lets no more tasks run at once than it was made for, and all of them in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.boolean(), { maxLength: 12 }),
        fc.scheduler(),
        async (count, fails, scheduler) => {
          const enter = atMost(count)
          const started: number[] = []
          let running = 0
          let most = 0
          const tasks = fails.map((isFailing, i) =>
            enter(async () => {
              started.push(i)
              running += 1
              most = Math.max(most, running)
              await scheduler.schedule(Promise.resolve(), `task ${i}`)
              running -= 1
              if (isFailing) throw new Error('failed')
              return i
            }),
          )
          const settled = Promise.allSettled(tasks)
          await scheduler.waitFor(settled)
          const outcomes = await settled
          expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(fails)
          expect(started).toEqual(fails.map((_, i) => i))
          expect(most).toBe(Math.min(count, fails.length))
        },
      ),
    )
  })
})
