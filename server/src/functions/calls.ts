import { ApiError } from '../errors'

/** What a running function may ask of the server: the method's name and its arguments. */
export type AnswerCall = (method: string, args: readonly unknown[]) => Promise<unknown>

/** One call, as a run sends it; its answer carries the same id. */
interface Call {
  readonly id: number
  readonly method: string
  readonly args: readonly unknown[]
}

/** The most calls of one run that are answered; so many more are refused, and after them the run is over. */
const MOST_CALLS = 100

// Other errors might hold anything, and what a function hears its caller may hear too.
const tellable = (error: unknown): string =>
  error instanceof ApiError ? error.message : 'The server could not do it.'

/**
 * Answers the calls of one run with `answer`, one after the other, by a line of JSON to `say`; none any more once
 * `isOver` returns true. Returns a function that takes a call, or returns 'too-many'.
 */
export const callQueue = (
  answer: AnswerCall,
  say: (line: string) => void,
  isOver: () => boolean,
): ((call: Call) => 'taken' | 'too-many') => {
  let calls = 0
  let last = Promise.resolve()

  const respond = async ({ id, method, args }: Call, count: number): Promise<void> => {
    if (isOver()) return
    try {
      if (count > MOST_CALLS) {
        throw new ApiError(
          'too_many_requests',
          `A run makes at most ${MOST_CALLS} calls of the server.`,
        )
      }
      const data = (await answer(method, args)) ?? null
      say(JSON.stringify({ type: 'answer', id, data }))
    } catch (error) {
      say(JSON.stringify({ type: 'refusal', id, message: tellable(error) }))
    }
  }

  return (call) => {
    calls += 1
    const count = calls
    if (count > 2 * MOST_CALLS) return 'too-many'
    last = last.then(() => respond(call, count))
    return 'taken'
  }
}
