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

  it('a question that was answered elsewhere ends unanswered with the page that asked it, also when another page is shown by then', async () => {
    const question = createQuestion<string>()
    const below = question.mount()
    below.setShown(false)
    const { setShown, leave } = question.mount()
    const answered = question.ask()
    setShown(false)
    question.answer('yes')
    below.setShown(true)
    leave()
    expect(await Promise.race([answered, Promise.resolve('waits for ever')])).toBeUndefined()
    void question.ask()
    expect(question.asking.getState()).toBe(true)
  })

  it('an answer to a question that was not asked changes nothing', () => {
    const { answer, asking } = createQuestion<string>()
    answer('early')
    expect(asking.getState()).toBe(false)
  })
})
