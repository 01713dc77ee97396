import type { PGlite } from '@electric-sql/pglite'
import { setImmediate } from 'node:timers/promises'

// A probe of a load balancer, and every other request, waits at most a few of these.
const LONGEST_TURN_MS = 10

/**
 * Lets the event loop turn between statements. PGlite runs in the server's thread and answers in microtasks: statements
 * that wait for it run one after another, and nothing else is served until the last of them is done.
 */
export const yieldBetweenStatements = (client: PGlite): void => {
  const run = client.execProtocolStream.bind(client)
  let turnBegan = performance.now()
  client.execProtocolStream = async (message, options) => {
    if (performance.now() - turnBegan > LONGEST_TURN_MS) {
      await setImmediate()
      turnBegan = performance.now()
    }
    return run(message, options)
  }
}
