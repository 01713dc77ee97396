import fc from 'fast-check'
import { createNicknameReview } from '../../../../src/features/profile/nickname-review'

/** Time that moves when the test says so. */
const handTime = () => {
  const tasks = new Set<() => void>()
  return {
    after: (_ms: number, task: () => void) => {
      tasks.add(task)
      return () => tasks.delete(task)
    },
    pass: () => {
      for (const task of [...tasks]) {
        tasks.delete(task)
        task()
      }
    },
    pending: () => tasks.size,
  }
}

describe('waiting for the nickname review', () => {
  it('the nickname review holds a submit until the verdict, which comes after blur', async () => {
    const time = handTime()
    const review = createNicknameReview(time.after)
    review.changed('Alicia')
    const verdict = review.verdict()
    review.reviewed({ pass: false, timeout: false })
    await expect(verdict).resolves.toBe('rejected')
    expect(time.pending()).toBe(0)
  })

  it('the nickname review treats a timeout of WeChat as no pass', async () => {
    const review = createNicknameReview(handTime().after)
    review.reviewed({ pass: true, timeout: true })
    await expect(review.verdict()).resolves.toBe('unknown')
  })

  it('the nickname review goes on without a verdict when none comes: an old library has no such event', async () => {
    const time = handTime()
    const review = createNicknameReview(time.after)
    const verdict = review.verdict()
    time.pass()
    await expect(verdict).resolves.toBe('unknown')
  })

  it('the nickname review forgets the verdict on a text that has changed since', async () => {
    const time = handTime()
    const review = createNicknameReview(time.after)
    review.reviewed({ pass: true, timeout: false })
    review.changed('Alicia')
    const verdict = review.verdict()
    time.pass()
    await expect(verdict).resolves.toBe('unknown')
  })

  it('the nickname review remembers a rejection while the field is empty, which WeChat itself emptied', () => {
    const review = createNicknameReview(handTime().after)
    review.reviewed({ pass: false, timeout: false })
    review.changed('')
    expect(review.isRejected()).toBe(true)
    review.changed('Bob')
    expect(review.isRejected()).toBe(false)
  })

  it('the nickname review settles every submit, whatever the order of events', async () => {
    const step = fc.constantFrom('change', 'pass', 'reject', 'timeout', 'ask')
    await fc.assert(
      fc.asyncProperty(fc.array(step), async (steps) => {
        const time = handTime()
        const review = createNicknameReview(time.after)
        const asked: Array<Promise<string>> = []
        for (const what of steps) {
          if (what === 'change') review.changed('Alicia')
          else if (what === 'ask') asked.push(review.verdict())
          else review.reviewed({ pass: what === 'pass', timeout: what === 'timeout' })
        }
        time.pass()
        const verdicts = await Promise.all(asked)
        expect(verdicts.every((verdict) => /^(pass|rejected|unknown)$/.test(verdict))).toBe(true)
        expect(time.pending()).toBe(0)
      }),
    )
  })
})
