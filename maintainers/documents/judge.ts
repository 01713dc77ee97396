import type { Row } from './row'
import type { Outcome } from './table'
import type { DocumentWorld } from './world'

/** How long one row may take, in milliseconds. */
const LIMIT_MS = 20_000

const within = (promise: Promise<unknown>): Promise<unknown> =>
  new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`No end after ${LIMIT_MS} ms.`)), LIMIT_MS)
    promise.then(done, fail).finally(() => clearTimeout(timer))
  })

const firstLine = (error: unknown) =>
  (error instanceof Error ? error.message : JSON.stringify(error)).split('\n')[0] ?? ''

/** Runs the check of a row, or says why there is none. */
export const judge = async (world: DocumentWorld, row: Row): Promise<Outcome> => {
  const { verdict } = row
  if (verdict.kind === 'decided') {
    return { row, state: 'decided', note: `docs/protocol.md ${verdict.section}` }
  }
  if (verdict.kind === 'impossible') return { row, state: 'impossible', note: verdict.why }
  try {
    await within(Promise.resolve().then(() => verdict.check(world)))
    return { row, state: 'holds', note: '' }
  } catch (error) {
    return { row, state: 'differs', note: firstLine(error) }
  } finally {
    world.close()
  }
}
