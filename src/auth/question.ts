import { createStore, type StoreApi } from 'zustand/vanilla'

/** Something the person is asked on the page they are on. */
export interface Question<Answer> {
  /** Whether it is being asked, for the sheet to show. */
  asking: StoreApi<boolean>
  /** Asks; a second call meanwhile joins. Resolves to undefined when the person declines; undefined when no page can ask. */
  ask(): Promise<Answer | undefined> | undefined
  answer(answer: Answer | undefined): void
  /** A page that can ask says so while it is there; returns how to take that back. */
  mount(): () => void
}

export function createQuestion<Answer>(): Question<Answer> {
  const asking = createStore(() => false)
  let pages = 0
  let settle: (answer: Answer | undefined) => void = () => undefined
  let asked: Promise<Answer | undefined> | undefined

  const ask = () =>
    new Promise<Answer | undefined>((resolve) => {
      settle = (answer) => {
        asked = undefined
        asking.setState(false, true)
        resolve(answer)
      }
      asking.setState(true, true)
    })

  return {
    asking,
    ask: () => (pages > 0 ? (asked ??= ask()) : undefined),
    answer: (answer) => settle(answer),
    mount() {
      pages += 1
      return () => {
        pages -= 1
        if (pages === 0) settle(undefined)
      }
    },
  }
}
