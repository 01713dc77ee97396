import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { refuseBlocked } from '../accounts/users/blocked'
import type { Context } from '../context'
import { ApiError } from '../errors'
import { createFairTurns } from '../security/fair-turns'
import { LIMITS, consume } from '../security/limits'
import type { Caller } from '../sessions/authenticate'
import { baasFor } from './baas'
import { findIsolation, mayRun } from './isolation'
import { eventFor, type Job, type Meta } from './job'
import { runFunction } from './run-function'
import type { Outcome } from './run-process'

const busy = () =>
  new ApiError(
    'functions_busy',
    'Too many functions run at the moment: try again in a few seconds.',
  )
// An event that waits is up to 64 KB. A run in the background was promised to its sender: it keeps its place.
const WAITING = {
  mostWaiting: 200,
  mostWaitingOfOne: 10,
  refusedWhenFull: 'newcomer',
  busy,
} as const
// The documents' figures: how long a function may run, and how long it may wait for its turn (vendor's technical notes
// of cloud functions; the 400 is their failed dispatch). Turns of their own each: five minutes of a few people must not
// keep everyone else from the short runs.
const SYNC = {
  limitMs: 5_000,
  turns: createFairTurns({ most: 6, mostOfOne: 2, patienceMs: 2_000, ...WAITING }),
}
const ASYNC = {
  limitMs: 300_000,
  turns: createFairTurns({ most: 4, mostOfOne: 1, patienceMs: 300_000, ...WAITING }),
}
const NAME = /^[a-zA-Z0-9_]{1,64}$/

const refuseWithoutIsolation = async ({ settings }: Context): Promise<void> => {
  const { gaps } = await findIsolation()
  if (!mayRun(settings, gaps)) {
    throw new ApiError(
      'functions_not_isolated',
      'This server runs no functions: its machine does not isolate them.',
    )
  }
}

const fileOf = async ({ settings }: Context, name: string): Promise<string> => {
  const file = join(settings.functionsDir, name, 'index.js')
  const exists =
    NAME.test(name) &&
    (await access(file).then(
      () => true,
      () => false,
    ))
  if (!exists) throw new ApiError('function_not_found', 'No cloud function has this name.')
  return file
}

/**
 * Runs a cloud function for the caller. Sync returns how it ended; async starts it and returns null. Rejects with
 * 404 for an unknown name, 403 for an anonymous caller, 429 beyond the caller's limit, 400 when no turn came or
 * `data` is nested too deeply (docs/protocol.md 5.2), 503 where functions need an isolation that the machine
 * lacks. `stop` kills what still runs.
 */
export const invokeFunction = async (
  context: Context,
  caller: Caller,
  job: Job,
  meta: Meta,
  stop: AbortSignal,
): Promise<Outcome | null> => {
  if (caller.user.isAnonymous) {
    throw new ApiError(
      'anonymous_not_allowed',
      'An anonymous user may not run functions: register first.',
    )
  }
  const holder = String(caller.user.id)
  await refuseWithoutIsolation(context)
  await consume(context, LIMITS.functionsPerUser, holder)
  const file = await fileOf(context, job.name)
  const { limitMs, turns } = job.sync ? SYNC : ASYNC
  const event = eventFor(context, caller, job, limitMs, meta)
  const run = () =>
    turns.run(holder, undefined, async () => {
      // The turn may have come minutes later.
      await refuseBlocked(context.db, caller.user.id)
      return runFunction(file, event, limitMs, baasFor(context, caller, meta.ip_address), stop)
    })
  if (job.sync) return run()
  turns.refuseFull(holder)
  context.background.run(async () => {
    await run()
  })
  return null
}
