import fc from 'fast-check'
import { createInFlight } from '../../wx/in-flight'

it('never lets more than ten run, and lets every one run, in whatever order they end', async () => {
  const ends = fc.array(fc.record({ pick: fc.nat(), how: fc.constantFrom('resolve', 'reject') }), {
    maxLength: 60,
  })
  await fc.assert(
    fc.asyncProperty(ends, async (plan) => {
      const gate = createInFlight()
      const running: Record<'resolve' | 'reject', () => void>[] = []
      let ended = 0
      const start = () => {
        const task = () =>
          new Promise<void>((resolve, reject) => {
            running.push({ resolve, reject: () => reject(new Error('lost')) })
          })
        gate.enter(task).then(
          () => (ended += 1),
          () => (ended += 1),
        )
      }
      plan.forEach(start)
      for (const { pick, how } of plan) {
        await new Promise(setImmediate)
        expect(running.length).toBe(Math.min(10, plan.length - ended))
        running.splice(pick % running.length, 1)[0]?.[how]()
      }
      await new Promise(setImmediate)
      expect(ended).toBe(plan.length)
    }),
    { numRuns: 50 },
  )
})
