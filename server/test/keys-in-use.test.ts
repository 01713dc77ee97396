import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { users } from '../src/db/schema'
import { keysInUse } from '../src/db/schema-keys'
import { rotateKeys } from '../src/maintenance/reseal'
import { checkKeys, whileKeysChange } from '../src/security/keys-in-use'
import { sealPhone } from '../src/security/phone'
import { openVault } from '../src/security/vault'
import { StartupFault } from '../src/startup-fault'
import type { KeySettings } from '../src/settings/keys'
import { openTestDatabase, type TestDatabase } from './kit/database'

const key = (id: string) => ({ id, key: randomBytes(32) })
const [k1, k2] = [key('k1'), key('k2')]
const index = randomBytes(32)
const first: KeySettings = { sealing: [k1], index }

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.db.delete(users)
  await database.db.delete(keysInUse)
})

const faultWith = (keys: KeySettings): Promise<unknown> =>
  checkKeys(database.db, keys).then(
    () => null,
    (error: unknown) => {
      expect(error).toBeInstanceOf(StartupFault)
      return error instanceof Error ? error.message : error
    },
  )

const addPhone = async (keys: KeySettings, place: 'present' | 'next' = 'present') => {
  const { phoneSealed, phoneIndex } = sealPhone(
    openVault(keys.sealing, keys.index),
    '+8613800138000',
  )
  const at = { createdAt: sql`now()`, updatedAt: sql`now()` }
  const columns =
    place === 'present'
      ? { phoneSealed, phoneIndex }
      : { nextPhoneSealed: phoneSealed, nextPhoneIndex: phoneIndex }
  await database.db.insert(users).values({ ...at, ...columns })
}

const rotate = (keys: KeySettings) =>
  whileKeysChange(database.db, keys, () =>
    rotateKeys({ db: database.db, vault: openVault(keys.sealing, keys.index) }),
  )

describe('the keys that a database was used with', () => {
  it('the keys that a database was used with are remembered by marks that hold nothing of them', async () => {
    await checkKeys(database.db, first)
    const text = JSON.stringify(await database.db.select().from(keysInUse))
    for (const secret of [k1.key, index])
      for (const spelling of ['base64', 'base64url', 'hex'] as const)
        expect(text).not.toContain(secret.toString(spelling))
    expect(text).toContain('sealing k1')
  })

  it('the keys that a database was used with may change as long as it holds no phone', async () => {
    await checkKeys(database.db, first)
    expect(await faultWith({ sealing: [key('k1')], index: randomBytes(32) })).toBeNull()
    expect(await faultWith({ sealing: [k2], index: randomBytes(32) })).toBeNull()
  })

  describe.each(['present', 'next'] as const)(
    'the keys of a database that holds a phone (%s)',
    (place) => {
      beforeEach(async () => {
        await checkKeys(database.db, first)
        await addPhone(first, place)
      })

      it('the keys of a database that holds a phone let no server start without the key it is sealed under', async () => {
        expect(await faultWith({ sealing: [k2], index })).toContain(
          'DATA_KEYS does not hold the key "k1"',
        )
      })

      it('the keys of a database that holds a phone let no server start with another key under the same id', async () => {
        expect(await faultWith({ sealing: [key('k1')], index })).toContain(
          'DATA_KEYS holds another key as "k1"',
        )
      })

      it('the keys of a database that holds a phone let no server start with another INDEX_KEY', async () => {
        expect(await faultWith({ sealing: [k1], index: randomBytes(32) })).toContain(
          'INDEX_KEY is not the key',
        )
      })

      it('the keys of a database that holds a phone let a server start with more keys, and with the new one alone after a rotation', async () => {
        expect(await faultWith({ sealing: [k2, k1], index })).toBeNull()
        await rotate({ sealing: [k2, k1], index })
        expect(await faultWith({ sealing: [k2], index })).toBeNull()
        expect(await faultWith(first)).toContain('DATA_KEYS does not hold the key "k2"')
      })

      it('the keys of a database that holds a phone let no server start without a key that a server beside it seals with', async () => {
        expect(await faultWith({ sealing: [k2, k1], index })).toBeNull()
        expect(await faultWith(first)).toBeNull()
        await addPhone({ sealing: [k2], index })
        expect(await faultWith(first)).toContain('DATA_KEYS does not hold the key "k2"')
      })
    },
  )

  it('the keys that a database was used with are accepted from no server while INDEX_KEY changes, also when the change is broken off', async () => {
    await checkKeys(database.db, first)
    await addPhone(first)
    const next: KeySettings = { sealing: [k1], index: randomBytes(32) }
    const killed = whileKeysChange(database.db, next, () => Promise.reject(new Error('killed')))
    await expect(killed).rejects.toThrow('killed')
    for (const keys of [first, next])
      expect(await faultWith(keys)).toContain('A change of INDEX_KEY did not come to its end')
    expect(await rotate(next)).toMatchObject({ phones: 1 })
    expect(await faultWith(next)).toBeNull()
    expect(await faultWith(first)).toContain('INDEX_KEY is not the key')
  })

  it.each(['deploy.md', 'deploy.en.md'])(
    'the keys that a database was used with may be given up with the statements of docs/%s',
    async (page) => {
      const path = fileURLToPath(new URL(`../../docs/${page}`, import.meta.url))
      const [, statements = ''] = /```sql\n(\s+update users[\s\S]+?)```/.exec(
        await readFile(path, 'utf8'),
      ) ?? ['', '']
      await checkKeys(database.db, first)
      await addPhone(first, 'present')
      await addPhone(first, 'next')
      for (const statement of statements.split(';').filter((each) => each.trim() !== ''))
        await database.db.execute(sql.raw(statement))
      expect(await faultWith({ sealing: [k2], index })).toBeNull()
    },
  )
})
