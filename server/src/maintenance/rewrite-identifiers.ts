import { and, asc, eq, gt, isNull, sql, type SQL } from 'drizzle-orm'
import type { Context } from '../context'
import type { Database } from '../db/database'
import { waitForMigrations } from '../db/migrate'
import { users } from '../db/schema'
import { dataSteps, keptIdentifiers } from '../db/schema-identifiers'
import { orIfTaken } from '../db/violations'
import { foldUsername } from '../security/username'
import { reportKept } from './kept-identifiers'
import { emailOutcome, phoneOutcome, type Outcome } from './one-form'

const STEP = 'identifiers'
const BATCH = 200

type Rewriting = Pick<Context, 'db' | 'vault' | 'clock'>
type Tx = Pick<Database, 'select' | 'insert' | 'update' | 'execute' | 'transaction'>
type Kept = typeof keptIdentifiers.$inferSelect

const keep = async (tx: Tx, kept: Kept): Promise<void> => {
  await tx.insert(keptIdentifiers).values(kept).onConflictDoNothing()
}

const carryOut = async (
  tx: Tx,
  kind: Kept['kind'],
  userId: number,
  // Only what was read is replaced: a server of the version before may still run.
  unchanged: SQL,
  outcome: Outcome,
): Promise<void> => {
  if (outcome.kind === 'as it is') return
  if (outcome.kind === 'keep') return keep(tx, { userId, kind, reason: outcome.reason })
  // A transaction within one is a savepoint: a violated key undoes this row alone.
  await orIfTaken(
    tx.transaction(async (savepoint) => {
      await savepoint
        .update(users)
        .set(outcome.columns)
        .where(and(eq(users.id, userId), unchanged))
    }),
    () => keep(tx, { userId, kind, reason: 'taken' }),
  )
}

interface Named {
  readonly id: number
  readonly username: string | null
}

/** Folds the usernames of a batch in one statement; of those that fold alike the account with the lowest id gets it. */
const foldUsernames = async (tx: Tx, rows: readonly Named[]): Promise<void> => {
  const named = rows.flatMap(({ id, username }) =>
    username === null ? [] : [{ id, username, folded: foldUsername(username) }],
  )
  const { rows: left } = await tx.execute<{ id: string }>(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as given (id bigint, username text, folded text)
    ), folded as (
      update ${users} set username_folded = chosen.folded
      from (select distinct on (folded) * from given order by folded, id) as chosen
      where users.id = chosen.id and users.username = chosen.username and users.username_folded is null
        and not exists (select from ${users} as holder where holder.username_folded = chosen.folded)
      returning users.id
    )
    select given.id from given join ${users} using (id, username)
    where users.username_folded is null and given.id not in (select id from folded)`)
  for (const { id } of left) {
    await keep(tx, { userId: Number(id), kind: 'username', reason: 'taken' })
  }
}

/** Rewrites the next accounts in a transaction of its own. Returns whether there may be more. */
const rewriteBatch = ({ db, vault, clock }: Rewriting): Promise<boolean> =>
  db.transaction(async (tx) => {
    await waitForMigrations(tx)
    const [step] = await tx
      .select()
      .from(dataSteps)
      .where(and(eq(dataSteps.name, STEP), isNull(dataSteps.doneAt)))
    if (step === undefined) return false
    const rows = await tx
      .select()
      .from(users)
      .where(gt(users.id, step.lastId))
      .orderBy(asc(users.id))
      .limit(BATCH)
    await foldUsernames(tx, rows)
    for (const user of rows) {
      const sameEmail = eq(users.email, user.email ?? '')
      await carryOut(tx, 'email', user.id, sameEmail, emailOutcome(user))
      const sameBox = eq(users.phoneSealed, user.phoneSealed ?? '')
      await carryOut(tx, 'phone', user.id, sameBox, phoneOutcome(vault, user))
    }
    const last = rows.at(-1)?.id ?? step.lastId
    const doneAt = rows.length < BATCH ? new Date(clock.now()) : null
    await tx.update(dataSteps).set({ lastId: last, doneAt }).where(eq(dataSteps.name, STEP))
    return true
  })

/**
 * Brings the identifiers of existing accounts to their one form, once per database: the part of migration 0011 that
 * SQL cannot do. In batches under the migrations' lock, each with its progress, so that it may be interrupted and
 * several processes may start. Where two accounts come to the same form the one that has it, or else the one with the
 * lower id, gets it; the other keeps its own and is still found by it (see `hasName`).
 * `report` is called with their ids.
 */
export const rewriteIdentifiers = async (
  context: Rewriting,
  report: (line: string) => void,
): Promise<void> => {
  let batches = 0
  while (await rewriteBatch(context)) batches++
  if (batches > 0) await reportKept(context.db, report)
}
