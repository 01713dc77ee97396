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

  it('a question on the page goes on while another page is there that can ask, and ends with the last one', async () => {
    const { mount, asking, leave, answered } = asked()
    const { leave: leaveSecond } = mount()
    leave()
    expect(asking.getState()).toBe(true)
    leaveSecond()
    expect(await answered).toBeUndefined()
    expect(asking.getState()).toBe(false)
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
