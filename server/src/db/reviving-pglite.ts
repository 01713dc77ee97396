import type { PGlite } from '@electric-sql/pglite'
import { keepPlans } from './pglite-plans'
import { DatabaseUnreachable } from './trouble'
import { yieldBetweenStatements } from './yielding-pglite'

// Opening takes half a second in which the process does nothing else.
const BETWEEN_ATTEMPTS_MS = 1_000

/** Whether PostgreSQL has ended itself, or the WebAssembly under it was stopped half-way, out of memory or of stack. */
const isEnd = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  if (error.name === 'RuntimeError') return true
  return 'severity' in error && (error.severity === 'PANIC' || error.severity === 'FATAL')
}

const ended = (cause?: unknown) =>
  new DatabaseUnreachable('The embedded database has ended.', { cause })

/**
 * Calls `onEnd` when PostgreSQL has ended, as it does on a full disk. From then on every call of this
 * client throws: one more statement to PGlite in that state would loop for ever and stop the whole process.
 */
const watchEnd = (client: PGlite, onEnd: () => void): void => {
  const run = client.execProtocolStream.bind(client)
  let hasEnded = false
  client.execProtocolStream = async (message, options) => {
    if (hasEnded) throw ended()
    try {
      return await run(message, options)
    } catch (error) {
      if (!isEnd(error)) throw error
      hasEnded = true
      onEnd()
      throw ended(error)
    }
  }
}

/** What Drizzle asks of a PGlite. */
type Statements = Pick<PGlite, 'query' | 'transaction'>

/** A PGlite that is opened again after it has ended itself. */
export interface RevivingPglite {
  readonly client: PGlite
  readonly close: () => Promise<void>
}

/**
 * Opens a PGlite with `open`, and again on the first statement after its end: its write-ahead log holds everything
 * acknowledged. Statements until then reject with `DatabaseUnreachable`. Rejects as `open` does when the first fails.
 */
export const openReviving = async (open: () => Promise<PGlite>): Promise<RevivingPglite> => {
  let current: Promise<PGlite> | null = null
  let planning: Promise<Statements> | null = null
  let triedAt = -Infinity

  const forget = (): void => {
    current = null
    planning = null
  }
  const start = (): Promise<PGlite> => {
    triedAt = performance.now()
    current = open().then((client) => {
      yieldBetweenStatements(client)
      watchEnd(client, forget)
      return client
    })
    planning = current.then(keepPlans, (error: unknown) => {
      forget()
      throw ended(error)
    })
    planning.catch(() => undefined)
    return current
  }
  const live = async (): Promise<Statements> => {
    if (planning !== null) return planning
    if (performance.now() - triedAt < BETWEEN_ATTEMPTS_MS) throw ended()
    start().catch(() => undefined)
    return planning ?? Promise.reject(ended())
  }

  await start()
  const query: Statements['query'] = async (...args) => (await live()).query(...args)
  const transaction: Statements['transaction'] = async (work) => (await live()).transaction(work)
  return {
    client: { query, transaction } as unknown as PGlite,
    close: async () => {
      await (await current)?.close()
    },
  }
}
