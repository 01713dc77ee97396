import type { Questions } from '../../../wx/phone/person'
import type { OpenQuestion } from './answers'

/** Questions that wait for a click, one shown at a time. */
export interface QuestionQueue {
  ask: <K extends keyof Questions>(
    kind: K,
    shows: Questions[K]['shows'],
  ) => Promise<Questions[K]['reply']>
  first: () => OpenQuestion | undefined
  /** Drops all questions: the app that asked was closed. */
  forget: () => void
}

/** Creates an empty queue; `onChange` is called when another question is first. */
export const createQuestions = (onChange: () => void): QuestionQueue => {
  let open: readonly OpenQuestion[] = []
  let last = 0
  return {
    ask: <K extends keyof Questions>(kind: K, shows: Questions[K]['shows']) =>
      new Promise<Questions[K]['reply']>((resolve) => {
        const id = (last += 1)
        const reply = (given: Questions[K]['reply']) => {
          open = open.filter((question) => question.id !== id)
          resolve(given)
          onChange()
        }
        open = [...open, { id, kind, shows, reply } as unknown as OpenQuestion]
        onChange()
      }),
    first: () => open[0],
    forget: () => {
      open = []
    },
  }
}
