import fc from 'fast-check'
import { createPrivacyQueue } from '../../../../src/features/privacy/queue'

const waiter = () => {
  const told: string[] = []
  return { told, resolve: ({ event }: { event: string }) => void told.push(event) }
}

// docs/wechat.md 3.3
describe('calls that wait for consent', () => {
  it('the calls that wait for consent are all answered with the tap, with the id of the button', () => {
    const queue = createPrivacyQueue()
    const answers: unknown[] = []
    queue.need((answer) => answers.push(answer))
    queue.need((answer) => answers.push(answer))
    queue.agree('privacy-agree')
    expect(answers).toEqual([
      { event: 'agree', buttonId: 'privacy-agree' },
      { event: 'agree', buttonId: 'privacy-agree' },
    ])
    expect(queue.asking.getState()).toBe(false)
  })

  it('the calls that wait for consent are answered before the sheet goes away', () => {
    const queue = createPrivacyQueue()
    const isUp: boolean[] = []
    queue.need(() => isUp.push(queue.asking.getState()))
    queue.disagree()
    expect(isUp).toEqual([true])
  })

  it('the calls that wait for consent are settled exactly once each, whatever the order of events', () => {
    const step = fc.constantFrom('need', 'exposed', 'agree', 'disagree')
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const queue = createPrivacyQueue()
        const waiters: Array<ReturnType<typeof waiter>> = []
        for (const what of steps) {
          if (what === 'need') {
            const next = waiter()
            waiters.push(next)
            queue.need(next.resolve)
          } else if (what === 'exposed') queue.exposed()
          else if (what === 'agree') queue.agree('b')
          else queue.disagree()
        }
        queue.disagree()
        for (const { told } of waiters) {
          expect(told.filter((event) => event !== 'exposureAuthorization')).toHaveLength(1)
          expect(told.at(-1)).not.toBe('exposureAuthorization')
        }
      }),
    )
  })
})
