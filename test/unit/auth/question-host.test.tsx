import { act, render } from '@testing-library/react'
import { createQuestion } from '../../../src/auth/question'
import { useQuestionHost } from '../../../src/auth/useQuestionHost'
import { wechat } from '../../kit/stubs/taro'

const page = () => {
  const question = createQuestion<string>()
  const Page = () => {
    useQuestionHost(question.mount, question.asking)
    return null
  }
  return { question, ...render(<Page />) }
}

describe('a page that can ask a question', () => {
  it('a page asks its question while it is shown', () => {
    const { question } = page()
    act(() => expect(question.ask()).toBeInstanceOf(Promise))
    expect(question.asking.getState()).toBe(true)
  })

  it('a page asks nothing while another page hides it', () => {
    const { question } = page()
    wechat.hide()
    expect(question.ask()).toBeUndefined()
    expect(question.asking.getState()).toBe(false)
  })

  it('a page shows the sheet of its own question only, and its hidden neighbour below shows none', () => {
    const question = createQuestion<string>()
    const Host = ({ name }: { name: string }) =>
      useQuestionHost(question.mount, question.asking) ? `${name} asks` : `${name} waits`
    const { container } = render(
      <>
        <p>
          <Host name="below" />
        </p>
        <p>
          <Host name="above" />
        </p>
      </>,
    )
    act(() => void question.ask())
    expect(container.textContent).toBe('below waitsabove asks')
    act(() => question.answer(undefined))
    expect(container.textContent).toBe('below waitsabove waits')
  })

  it('a page shows the sheet no longer once its question was answered while it was hidden', () => {
    const question = createQuestion<string>()
    const Host = () => (useQuestionHost(question.mount, question.asking) ? 'asks' : 'waits')
    const { container } = render(<Host />)
    act(() => void question.ask())
    wechat.hide()
    act(() => question.answer('yes'))
    expect(container.textContent).toBe('waits')
  })

  it('a page asks nothing after it is gone', () => {
    const { question, unmount } = page()
    unmount()
    expect(question.ask()).toBeUndefined()
  })
})
