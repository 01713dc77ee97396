import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from '../context'
import { ApiError } from '../errors'
import { LIMITS, consume } from '../security/limits'
import type { Caller } from '../sessions/authenticate'
import { baasFor } from './baas'
import { eventFor, type Job, type Meta } from './job'
import { runFunction, type Outcome } from './run-function'
import { createSlots } from './slots'

// The documents' figures: how long a function may run, and how long it may wait for its turn.
const SYNC = { limitMs: 5_000, patienceMs: 2_000 }
const ASYNC = { limitMs: 300_000, patienceMs: 300_000 }
const inTurn = createSlots(10)
const NAME = /^[a-zA-Z0-9_]{1,64}$/

const fileOf = async ({ settings }: Context, name: string): Promise<string> => {
  const file = join(settings.functionsDir, name, 'index.js')
  const exists =
    NAME.test(name) &&
    (await access(file).then(
      () => true,
      () => false,
    ))
  if (!exists) throw new ApiError(404, 'No cloud function has this name.')
  return file
}

/**
 * Runs a cloud function for the caller. Sync gives how it ended; async starts it and gives null. Rejects with 404 for
 * an unknown name, 403 for an anonymous caller, 429 beyond the caller's limit, 400 when no turn came (wire contract
 * 1.3). `stop` kills what still runs.
 */
export const invokeFunction = async (
  context: Context,
  caller: Caller,
  job: Job,
  meta: Meta,
  stop: AbortSignal,
): Promise<Outcome | null> => {
  if (caller.user.isAnonymous)
    throw new ApiError(403, 'An anonymous user may not run functions: register first.')
  await consume(context, LIMITS.functionsPerUser, String(caller.user.id))
  const file = await fileOf(context, job.name)
  const { limitMs, patienceMs } = job.sync ? SYNC : ASYNC
  const event = eventFor(context, caller, job, limitMs, meta)
  const run = () =>
    inTurn(patienceMs, () =>
      runFunction(file, event, limitMs, baasFor(context, caller, meta.ip_address), stop),
    )
  if (job.sync) return run()
  context.background.run(async () => {
    await run()
  })
  return null
}
