import { createQuestion } from '../../../src/auth/question'

const asked = () => {
  const question = createQuestion<string>()
  const { leave } = question.mount()
  return { ...question, leave, answered: question.ask() }
}

describe('a question on the page', () => {
  it('a question on the page is not asked where no page can ask', async () => {
    const question = createQuestion<string>()
    expect(question.ask()).toBeUndefined()
    expect(question.asking.getState()).toBe(false)
  })

  it('a question on the page is asked once for all who ask meanwhile, and anew afterwards', async () => {
    const { ask, answer, asking, answered } = asked()
    const joined = ask()
    expect(asking.getState()).toBe(true)
    answer('yes')
    expect(await Promise.all([answered, joined])).toEqual(['yes', 'yes'])
    expect(asking.getState()).toBe(false)
    const again = ask()
    expect(asking.getState()).toBe(true)
    answer(undefined)
    expect(await again).toBeUndefined()
  })

  it('a question on the page ends with the page that asked it, also while another page is there that could ask', async () => {
    const { mount, asking, leave, answered } = asked()
    const other = mount()
    leave()
    expect(await answered).toBeUndefined()
    expect([asking.getState(), other.isAsked()]).toEqual([false, false])
  })

  it('a question on the page goes on when another page closes', async () => {
    const question = createQuestion<string>()
    const below = question.mount()
    const above = question.mount()
    const answered = question.ask()
    below.leave()
    expect([question.asking.getState(), above.isAsked()]).toEqual([true, true])
    question.answer('yes')
    expect(await answered).toBe('yes')
  })

  it('a question on the page is asked on that page only, of several that could ask', () => {
    const question = createQuestion<string>()
    const below = question.mount()
    const above = question.mount()
    void question.ask()
    expect([below.isAsked(), above.isAsked()]).toEqual([false, true])
    question.answer(undefined)
    expect([below.isAsked(), above.isAsked()]).toEqual([false, false])
  })

  it('a question on the page goes on when the page comes back without an answer', async () => {
    const question = createQuestion<string>()
    const { setShown } = question.mount()
    const answered = question.ask()
    setShown(false)
    setShown(true)
    expect(question.asking.getState()).toBe(true)
    question.answer('yes')
    expect(await answered).toBe('yes')
  })

  it('an answer to a question that was not asked changes nothing', () => {
    const { answer, asking } = createQuestion<string>()
    answer('early')
    expect(asking.getState()).toBe(false)
  })
})
