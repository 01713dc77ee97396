import fc from 'fast-check'
import { createInFlight } from '../../../wx/network/in-flight'

const step = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: 'start' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('resolve' as const, 'reject' as const),
      which: fc.nat(),
    }),
  },
)

it('wx.request runs at most ten requests at once, in whatever order they start and end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 80 }), async (random) => {
      const steps = [...Array.from({ length: 12 }, () => ({ kind: 'start' as const })), ...random]
      const calls = createInFlight()
      const running: Record<'resolve' | 'reject', () => void>[] = []
      let open = 0
      const task = () =>
        new Promise<void>((resolve, reject) => {
          running.push({ resolve, reject: () => reject(new Error('lost')) })
        })
      const ended = () => {
        open -= 1
      }
      for (const one of steps) {
        if (one.kind === 'start') {
          open += 1
          calls.enter(task).then(ended, ended)
        } else if (running.length > 0) {
          running.splice(one.which % running.length, 1)[0]?.[one.kind]()
        }
        await new Promise(setImmediate)
        expect(running.length).toBe(Math.min(10, open))
      }
    }),
    { numRuns: 60 },
  )
})
