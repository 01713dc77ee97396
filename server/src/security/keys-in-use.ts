import { createHmac } from 'node:crypto'
import { and, eq, notInArray, sql } from 'drizzle-orm'
import type { Database } from '../db/database'
import { keysInUse } from '../db/schema-keys'
import type { KeySettings } from '../settings/keys'
import { StartupFault } from '../startup-fault'

const INDEX = 'index'
const SEALING = 'sealing '

/** The mark of the index while some phones are found by one key and some by another. */
const CHANGING = 'changing'

// A key is 32 random bytes, which its HMAC does not lead back to.
const markOf = (key: Buffer): string =>
  createHmac('sha256', key).update('mark of a key').digest('base64url')

const marksOf = ({ sealing, index }: KeySettings): ReadonlyMap<string, string> =>
  new Map([
    ...sealing.map(({ id, key }) => [`${SEALING}${id}`, markOf(key)] as const),
    [INDEX, markOf(index)],
  ])

/** Reads the whole table where no phone is kept: asked only about a key that is not as it was. */
const hasPhonesUnder = async (db: Pick<Database, 'execute'>, name: string): Promise<boolean> => {
  const box = `${name.slice(SEALING.length)}.`
  const isUnder =
    name === INDEX
      ? sql`phone_index is not null or next_phone_index is not null`
      : sql`starts_with(phone_sealed, ${box}) or starts_with(next_phone_sealed, ${box})`
  const { rows } = await db.execute(sql`select 1 from users where ${isUnder} limit 1`)
  return rows.length > 0
}

const sentenceAbout = (name: string, mark: string, given: string | undefined): string => {
  if (mark === CHANGING) {
    return 'A change of INDEX_KEY did not come to its end: run "npm run rotate-keys" with the new one before a server starts.'
  }
  if (name === INDEX) {
    return 'INDEX_KEY is not the key that phone numbers are found by: put that one back, or stop every server and run "npm run rotate-keys" (docs/deploy.en.md 7).'
  }
  const id = name.slice(SEALING.length)
  return given === undefined
    ? `DATA_KEYS does not hold the key "${id}", under which phone numbers are sealed: put it behind the first one, and run "npm run rotate-keys" before you remove it (docs/deploy.en.md 7).`
    : `DATA_KEYS holds another key as "${id}" than the one under which phone numbers are sealed: put that one back, and choose a new id for a new key (docs/deploy.en.md 7).`
}

/**
 * Compares the keys with those that this database was used with, and remembers them. Rejects with a `StartupFault`
 * where accounts could not be found by their phones, or their phones not be read; a key that nothing depends on may
 * change (docs/deploy.en.md 7).
 */
export const checkKeys = async (db: Database, keys: KeySettings): Promise<void> => {
  const marks = marksOf(keys)
  for (const { name, mark } of await db.select().from(keysInUse)) {
    const given = marks.get(name)
    if (given === mark) continue
    if (await hasPhonesUnder(db, name)) throw new StartupFault(sentenceAbout(name, mark, given))
    // A key that is not given stays known: a server beside this one may seal with it.
    if (given !== undefined) {
      await db.update(keysInUse).set({ mark: given }).where(eq(keysInUse.name, name))
    }
  }
  const rows = [...marks].map(([name, mark]) => ({ name, mark }))
  await db.insert(keysInUse).values(rows).onConflictDoNothing()
}

/**
 * Runs `rotate`, after which everything is sealed and found by the first of the keys, and forgets the others. While
 * INDEX_KEY changes, and when that is broken off, no server starts.
 */
export const whileKeysChange = async <T>(
  db: Database,
  keys: KeySettings,
  rotate: () => Promise<T>,
): Promise<T> => {
  const index = markOf(keys.index)
  const isIndex = eq(keysInUse.name, INDEX)
  await db
    .update(keysInUse)
    .set({ mark: CHANGING })
    .where(and(isIndex, sql`mark <> ${index}`))
  const done = await rotate()
  await db.update(keysInUse).set({ mark: index }).where(isIndex)
  const names = [INDEX, `${SEALING}${keys.sealing[0].id}`]
  await db.delete(keysInUse).where(notInArray(keysInUse.name, names))
  return done
}
