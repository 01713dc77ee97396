import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { keysInUse } from '../../src/db/schema-keys'
import { whileKeysChange } from '../../src/security/keys-in-use'
import type { KeySettings } from '../../src/settings/keys'
import { keyedDatabaseForFile, newKey } from '../kit/keyed-database'

const [k1, k2] = [newKey('k1'), newKey('k2')]
const index = randomBytes(32)
const first: KeySettings = { sealing: [k1], index }

const database = keyedDatabaseForFile()
const { faultWith, addPhone, rewrite, rotate } = database

describe('the keys that a database was used with', () => {
  it('the keys that a database was used with are remembered by marks that hold nothing of them', async () => {
    expect(await faultWith(first)).toBeNull()
    const text = JSON.stringify(await database.db.select().from(keysInUse))
    for (const secret of [k1.key, index]) {
      for (const spelling of ['base64', 'base64url', 'hex'] as const) {
        expect(text).not.toContain(secret.toString(spelling))
      }
    }
    expect(text).toContain('sealing k1')
  })

  it('the keys that a database was used with may change as long as it holds no phone', async () => {
    expect(await faultWith(first)).toBeNull()
    expect(await faultWith({ sealing: [newKey('k1')], index: randomBytes(32) })).toBeNull()
    const last: KeySettings = { sealing: [k2], index: randomBytes(32) }
    expect(await faultWith(last)).toBeNull()
    await addPhone(last)
    expect(await faultWith(last)).toBeNull()
    expect(await faultWith({ ...last, index })).toContain('INDEX_KEY is not the key')
  })

  describe.each(['present', 'next'] as const)(
    'the keys of a database that holds a phone (%s)',
    (place) => {
      beforeEach(async () => {
        expect(await faultWith(first)).toBeNull()
        await addPhone(first, place)
      })

      it('the keys of a database that holds a phone let no server start without the key it is sealed under', async () => {
        expect(await faultWith({ sealing: [k2], index })).toContain(
          'DATA_KEYS does not hold the key "k1"',
        )
      })

      it('the keys of a database that holds a phone let no server start with another key under the same id', async () => {
        expect(await faultWith({ sealing: [newKey('k1')], index })).toContain(
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
    expect(await faultWith(first)).toBeNull()
    await addPhone(first)
    const next: KeySettings = { sealing: [k1], index: randomBytes(32) }
    const killed = whileKeysChange(database.db, next, () => Promise.reject(new Error('killed')))
    await expect(killed).rejects.toThrow('killed')
    for (const keys of [first, next]) {
      expect(await faultWith(keys)).toContain('A change of INDEX_KEY did not come to its end')
    }
    expect(await rotate(next)).toMatchObject({ phones: 1 })
    expect(await faultWith(next)).toBeNull()
    expect(await faultWith(first)).toContain('INDEX_KEY is not the key')
  })

  it('the keys that a database was used with let servers start while only DATA_KEYS change', async () => {
    expect(await faultWith(first)).toBeNull()
    await addPhone(first)
    const next: KeySettings = { sealing: [k2, k1], index }
    expect(await whileKeysChange(database.db, next, () => faultWith(next))).toBeNull()
  })

  it('the keys that a database was used with are known after a change of INDEX_KEY, and the first one alone', async () => {
    expect(await faultWith({ sealing: [k1, k2], index })).toBeNull()
    const next: KeySettings = { sealing: [k2, k1], index: randomBytes(32) }
    await rotate(next)
    await addPhone(next)
    const marks = await database.db.select({ name: keysInUse.name }).from(keysInUse)
    expect(marks.map(({ name }) => name).sort()).toEqual(['index', 'sealing k2'])
    expect(await faultWith(first)).not.toBeNull()
  })

  it('the keys that a database was used with hold again when a change of INDEX_KEY that was broken off is taken back', async () => {
    expect(await faultWith(first)).toBeNull()
    await addPhone(first)
    const next: KeySettings = { sealing: [k1], index: randomBytes(32) }
    const killed = whileKeysChange(database.db, next, async () => {
      await rewrite(next)
      throw new Error('killed')
    })
    await expect(killed).rejects.toThrow('killed')
    expect(await rotate(first)).toMatchObject({ phones: 1 })
    expect(await faultWith(first)).toBeNull()
  })

  it.each(['deploy.md', 'deploy.en.md'])(
    'the keys that a database was used with may be given up with the statements of docs/%s',
    async (page) => {
      const path = fileURLToPath(new URL(`../../../docs/${page}`, import.meta.url))
      const [, statements = ''] = /```sql\n(\s+update users[\s\S]+?)```/.exec(
        await readFile(path, 'utf8'),
      ) ?? ['', '']
      expect(await faultWith(first)).toBeNull()
      await addPhone(first, 'present')
      await addPhone(first, 'next')
      for (const statement of statements.split(';').filter((each) => each.trim() !== '')) {
        await database.db.execute(sql.raw(statement))
      }
      expect(await faultWith({ sealing: [k2], index })).toBeNull()
    },
  )
})
