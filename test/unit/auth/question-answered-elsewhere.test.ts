import { createQuestion } from '../../../src/auth/question'

describe('a question that is answered on another page', () => {
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

  it('a question that was answered elsewhere is passed on when the page that asked it is shown again, and not before', async () => {
    const question = createQuestion<string>()
    const { setShown } = question.mount()
    const answered = question.ask()
    setShown(false)
    question.answer('yes')
    setShown(false)
    const soFar = await Promise.race([answered, Promise.resolve('waits')])
    setShown(true)
    expect([soFar, await answered]).toEqual(['waits', 'yes'])
  })
})
