import { createStore, type StoreApi } from 'zustand/vanilla'

/** A page that can show a question. */
export interface QuestionHost {
  /** Whether the person sees the page: what they answer elsewhere is passed on when they are back. */
  setShown: (isShown: boolean) => void
  /** Whether the question is asked on this page, of all that could show it. */
  isAsked: () => boolean
  /** The page is gone. */
  leave: () => void
}

/** Something the person is asked on the page they are on. */
export interface Question<Answer> {
  /** Whether it is being asked, on whichever page. */
  asking: StoreApi<boolean>
  /**
   * Asks on the page that is shown; a second call meanwhile joins. Resolves to undefined when the person declines, or
   * closes the page; returns undefined when that page cannot ask.
   */
  ask: () => Promise<Answer | undefined> | undefined
  /** What the person said; undefined for no. Without a question that is asked it does nothing. */
  answer: (answer: Answer | undefined) => void
  /** Registers a page that can show the question, until it leaves. */
  mount: () => QuestionHost
}

interface Asked<Answer> {
  readonly page: object
  /** Answered while the page was hidden. */
  held: Answer | undefined
  readonly settle: (answer: Answer | undefined) => void
  readonly promise: Promise<Answer | undefined>
}

/** A question that no page can show yet. Asked on one page at a time, it never rejects. */
export const createQuestion = <Answer>(): Question<Answer> => {
  const asking = createStore(() => false)
  /** The pages that are shown; the last is on top. */
  const shown = new Set<object>()
  let asked: Asked<Answer> | undefined

  const isAsked = (page: object) => asked?.page === page

  const finish = (answer: Answer | undefined) => {
    const settle = asked?.settle
    asked = undefined
    asking.setState(false)
    settle?.(answer)
  }

  return {
    asking,
    ask() {
      if (asked !== undefined) return asked.promise
      const page = [...shown].pop()
      if (page === undefined) return undefined
      let settle: Asked<Answer>['settle'] = () => undefined
      const promise = new Promise<Answer | undefined>((resolve) => {
        settle = resolve
      })
      // Before the store says so, which may draw the sheet at once.
      asked = { page, held: undefined, settle, promise }
      asking.setState(true)
      return promise
    },
    answer(answer) {
      if (asked === undefined) return
      if (answer === undefined || shown.has(asked.page)) return finish(answer)
      asked.held = answer
      asking.setState(false)
    },
    mount() {
      const page = {}
      shown.add(page)
      return {
        setShown(isShown) {
          shown.delete(page)
          if (isShown) shown.add(page)
          if (isShown && isAsked(page) && asked?.held !== undefined) finish(asked.held)
        },
        isAsked: () => isAsked(page),
        // What was answered elsewhere is not passed on to a page that asked nothing.
        leave() {
          shown.delete(page)
          if (isAsked(page)) finish(undefined)
        },
      }
    },
  }
}
