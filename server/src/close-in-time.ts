import type { FastifyInstance } from 'fastify'
import type { Background } from './background'
import type { OpenDatabase } from './db/database'
import { withTimeout } from './with-timeout'

// Together eight seconds: Docker and Kubernetes kill after ten and thirty.
const REQUESTS_MS = 4_000
const CUT_OFF_MS = 500
const BACKGROUND_MS = 2_000
const DATABASE_MS = 1_500

const isOverIn = (ms: number, task: Promise<unknown>): Promise<boolean> =>
  withTimeout(
    task.then(() => true),
    ms,
    () => false,
  ).catch(() => false)

/**
 * Closes a server in order, each part within its time: lets requests end and then cuts their connections, lets work in
 * the background end, and closes the database, in which every acknowledged write already stands. Resolves to whether
 * background and database came to their end.
 */
export const closeInTime = async (
  app: FastifyInstance,
  background: Background,
  database: Pick<OpenDatabase, 'close'>,
): Promise<'clean' | 'cut-off'> => {
  const closing = app.close()
  if (!(await isOverIn(REQUESTS_MS, closing))) {
    app.server.closeAllConnections()
    await isOverIn(CUT_OFF_MS, closing)
  }
  const isSettled = await isOverIn(BACKGROUND_MS, background.settled())
  const isClosed = await isOverIn(DATABASE_MS, database.close())
  return isSettled && isClosed ? 'clean' : 'cut-off'
}
