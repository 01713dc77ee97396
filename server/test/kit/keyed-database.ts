import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { users } from '../../src/db/schema'
import { keysInUse } from '../../src/db/schema-keys'
import { resealAll } from '../../src/maintenance/reseal'
import { checkKeys, whileKeysChange } from '../../src/security/keys-in-use'
import { sealPhone } from '../../src/security/phone'
import { createVault } from '../../src/security/vault'
import { StartupFault } from '../../src/startup-fault'
import type { KeySettings, SealingKey } from '../../src/settings/keys'
import { openTestDatabase, type TestDatabase } from './database'

const PHONE = '+8613800138000'

/** A new random key of this id. */
export const newKey = (id: string): SealingKey => ({ id, key: randomBytes(32) })

const vaultOf = ({ sealing, index }: KeySettings) => createVault(sealing, index)

/** A database for the file that calls this, without accounts and known keys at the start of each test. */
export const keyedDatabaseForFile = () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase()
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await database.db.delete(users)
    await database.db.delete(keysInUse)
  })

  /** Writes everything for the first of these keys, which is the middle of a rotation. */
  const rewrite = (keys: KeySettings) => resealAll({ db: database.db, vault: vaultOf(keys) })

  return {
    rewrite,
    get db() {
      return database.db
    },
    /** What a server that comes with these keys says instead of starting; null when it starts. */
    faultWith: (keys: KeySettings): Promise<string | null> =>
      checkKeys(database.db, keys).then(
        () => null,
        (error: unknown) => {
          if (error instanceof StartupFault) return error.message
          throw error
        },
      ),
    /** Adds an account with a phone, or one with a phone typed in the place of another. */
    addPhone: async (keys: KeySettings, place: 'present' | 'next' = 'present') => {
      const { phoneSealed, phoneIndex } = sealPhone(vaultOf(keys), PHONE)
      const columns =
        place === 'present'
          ? { phoneSealed, phoneIndex }
          : { nextPhoneSealed: phoneSealed, nextPhoneIndex: phoneIndex }
      const at = { createdAt: sql`now()`, updatedAt: sql`now()` }
      await database.db.insert(users).values({ ...at, ...columns })
    },
    /** What `npm run rotate-keys` does with these keys. */
    rotate: (keys: KeySettings) => whileKeysChange(database.db, keys, () => rewrite(keys)),
  }
}
