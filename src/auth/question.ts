import { createStore, type StoreApi } from 'zustand/vanilla'

/** A page that can show a question. */
export interface QuestionHost {
  /** Whether the person sees the page: what they answer elsewhere is passed on when they are back. */
  setShown(isShown: boolean): void
  /** The page is gone. */
  leave(): void
}

/** Something the person is asked on the page they are on. */
export interface Question<Answer> {
  /** Whether it is being asked, for the sheet to show. */
  asking: StoreApi<boolean>
  /**
   * Asks on the page that is shown; a second call meanwhile joins. Resolves to undefined when the person declines;
   * returns undefined when that page cannot ask.
   */
  ask(): Promise<Answer | undefined> | undefined
  answer(answer: Answer | undefined): void
  /** Registers a page that can show the question, until it leaves. */
  mount(): QuestionHost
}

interface Asked<Answer> {
  page: object
  /** Answered while the page was hidden. */
  held: Answer | undefined
  readonly settle: (answer: Answer | undefined) => void
  readonly promise: Promise<Answer | undefined>
}

export const createQuestion = <Answer>(): Question<Answer> => {
  const asking = createStore(() => false)
  /** Mounted pages, and those of them that are shown; the last is on top. */
  const pages = new Set<object>()
  const shown = new Set<object>()
  let asked: Asked<Answer> | undefined

  const finish = (answer: Answer | undefined) => {
    const settle = asked?.settle
    asked = undefined
    asking.setState(false)
    settle?.(answer)
  }

  const askOn = (page: object): Asked<Answer> => {
    let settle: Asked<Answer>['settle'] = () => undefined
    const promise = new Promise<Answer | undefined>((resolve) => {
      settle = resolve
    })
    asking.setState(true)
    return { page, held: undefined, settle, promise }
  }

  return {
    asking,
    ask() {
      if (asked !== undefined) return asked.promise
      const page = [...shown].pop()
      if (page === undefined) return undefined
      asked = askOn(page)
      return asked.promise
    },
    answer(answer) {
      if (asked === undefined) return
      if (answer === undefined || shown.has(asked.page)) return finish(answer)
      asked.held = answer
      asking.setState(false)
    },
    mount() {
      const page = {}
      pages.add(page)
      shown.add(page)
      return {
        setShown(isShown) {
          shown.delete(page)
          if (isShown) shown.add(page)
          if (isShown && asked?.page === page && asked.held !== undefined) finish(asked.held)
        },
        leave() {
          pages.delete(page)
          shown.delete(page)
          if (asked?.page !== page) return
          const [other] = pages
          // What was answered elsewhere is not passed on to a page that asked nothing.
          if (other === undefined || asked.held !== undefined) finish(undefined)
          else asked.page = other
        },
      }
    },
  }
}
