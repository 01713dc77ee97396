import { errorCode, wrappedError } from '../system-error-code'
import { inTurn } from './in-turn'

/** How calls share statements. */
export interface Batching<Input, Output> {
  /** Answers a list of inputs with one statement, in their order. */
  readonly ask: (inputs: readonly Input[]) => Promise<readonly Output[]>
  /** The most inputs of one statement. */
  readonly most: number
  /** How long, in milliseconds, calls wait for a running statement: one that waits for a lock holds up no others. */
  readonly patienceMs: number
  /** The rows a call touches: calls that touch the same row share no statement, and run in the order they came. */
  readonly rowsOf?: (input: Input) => readonly string[]
}

interface Call<Input, Output> {
  readonly input: Input
  readonly resolve: (output: Output) => void
  readonly reject: (error: unknown) => void
}

// SQLSTATE classes "data exception" and "integrity constraint violation", and serialization failure and deadlock
// (PostgreSQL documentation, appendix A). Not 40003 and the classes 08 and 57: after those the outcome is unknown.
const UNDONE = /^(22|23)|^40(001|P01)$/

/** Whether an error of a driver, or Drizzle's wrapper around it, says that PostgreSQL has undone the statement. */
const isUndone = (error: unknown): boolean => UNDONE.test(errorCode(wrappedError(error)) ?? '')

/**
 * Lets calls share statements: what comes in one turn of the event loop goes together at its end, and what comes while
 * a statement runs goes with the next one. A call alone goes alone and waits for nothing; under load the cost
 * of a statement, and the commit of a write, is spread over all who wait. When PostgreSQL has undone a shared
 * statement, each of its calls is asked again alone, so that none fails for another's value; after any other failure
 * it is unknown what was written, and all of them reject.
 */
export const batch = <Input, Output>({
  rowsOf,
  ...batching
}: Batching<Input, Output>): ((input: Input) => Promise<Output>) => {
  const call = shareStatements(batching)
  return rowsOf === undefined ? call : inTurn(rowsOf, call)
}

const shareStatements = <Input, Output>({
  ask,
  most,
  patienceMs,
}: Omit<Batching<Input, Output>, 'rowsOf'>): ((input: Input) => Promise<Output>) => {
  const line: Call<Input, Output>[] = []
  let awaited: Promise<void> | null = null
  let isDue = false

  const settle = async (calls: readonly Call<Input, Output>[]): Promise<void> => {
    try {
      const outputs = await ask(calls.map(({ input }) => input))
      if (outputs.length !== calls.length) throw new Error('A statement left a call unanswered.')
      outputs.forEach((output, i) => calls[i]?.resolve(output))
    } catch (error) {
      if (calls.length > 1 && isUndone(error)) await settleAlone(calls)
      else for (const { reject } of calls) reject(error)
    }
  }

  const settleAlone = async (calls: readonly Call<Input, Output>[]): Promise<void> => {
    let trouble: unknown = null
    const alone = ({ input, resolve, reject }: Call<Input, Output>): Call<Input, Output> => ({
      input,
      resolve,
      reject: (error) => {
        if (!isUndone(error)) trouble = error
        reject(error)
      },
    })
    // A database that has gone meanwhile costs one timeout, and not one for each of them.
    for (const call of calls) {
      if (trouble === null) await settle([alone(call)])
      else call.reject(trouble)
    }
  }

  const send = (): void => {
    isDue = false
    if (awaited !== null || line.length === 0) return
    const statement = settle(line.splice(0, most))
    awaited = statement
    const letPass = () => {
      clearTimeout(impatience)
      if (awaited !== statement) return
      awaited = null
      sendSoon()
    }
    const impatience = setTimeout(letPass, patienceMs)
    void statement.then(letPass)
  }

  const sendSoon = (): void => {
    if (!isDue) setImmediate(send)
    isDue = true
  }

  return (input) =>
    new Promise((resolve, reject) => {
      line.push({ input, resolve, reject })
      sendSoon()
    })
}

/**
 * The inputs of a shared statement as its one parameter, for `json_to_recordset`; `place` brings the answers into
 * the same order. JSON, because it costs both drivers less than an array for every column.
 */
export const records = (inputs: readonly object[]): string =>
  JSON.stringify(inputs.map((input, place) => ({ place, ...input })))
