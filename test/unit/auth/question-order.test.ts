import fc from 'fast-check'
import { createQuestion, type QuestionHost } from '../../../src/auth/question'
import { settle } from '../../kit/fake-backend'

interface Page extends QuestionHost {
  isShown: boolean
}

interface Asked {
  readonly by: Page
  outcome: string | undefined
  /** Whether what was wanted went on where the person does not see it. */
  wentOnUnseen: boolean
}

/** A person with pages on top of each other, each of which can ask the question. */
class Visit {
  readonly question = createQuestion<string>()
  readonly pages: Page[] = []
  readonly asked: Asked[] = []

  open() {
    this.top()?.setShown(false)
    this.pages.forEach((page) => (page.isShown = false))
    this.pages.push({ ...this.question.mount(), isShown: true })
  }
  /** The page on top covers itself with one that cannot ask, or is back from there. */
  turn() {
    const page = this.top()
    if (page === undefined) return
    page.isShown = !page.isShown
    page.setShown(page.isShown)
  }
  back() {
    this.pages.pop()?.leave()
    const page = this.top()
    if (page === undefined) return
    page.isShown = true
    page.setShown(true)
  }
  ask() {
    const page = this.top()
    const answer = this.question.ask()
    if (answer === undefined || page === undefined) return
    // A call meanwhile joins the one that is asked already.
    const by = this.pages.find((one) => one.isAsked()) ?? page
    const asked: Asked = { by, outcome: 'waits', wentOnUnseen: false }
    this.asked.push(asked)
    void answer.then((outcome) => {
      asked.outcome = outcome
      asked.wentOnUnseen = outcome !== undefined && this.top() !== by
    })
  }
  answer = (answer: string | undefined) => this.question.answer(answer)

  async check() {
    await settle()
    const askedOn = this.pages.filter((page) => page.isAsked())
    expect(askedOn.length).toBeLessThanOrEqual(1)
    if (this.question.asking.getState()) expect(askedOn).toHaveLength(1)
    const waiting = this.asked.filter(({ outcome }) => outcome === 'waits')
    for (const { by } of waiting) expect(this.pages).toContain(by)
    expect(this.asked.filter(({ wentOnUnseen }) => wentOnUnseen)).toEqual([])
  }
  private top = () => this.pages[this.pages.length - 1]
}

const STEPS = ['open', 'turn', 'back', 'ask', 'yes', 'no'] as const

describe('a question among pages that come and go', () => {
  it('a question is asked on one page at most, ends with that page, and is answered under the eyes of who asked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...STEPS), { maxLength: 20 }), async (steps) => {
        const visit = new Visit()
        for (const step of steps) {
          if (step === 'yes' || step === 'no') visit.answer(step === 'yes' ? 'yes' : undefined)
          else visit[step]()
          await visit.check()
        }
        while (visit.pages.length > 0) {
          visit.back()
          await visit.check()
        }
        expect(visit.asked.filter(({ outcome }) => outcome === 'waits')).toEqual([])
      }),
    )
  })
})
