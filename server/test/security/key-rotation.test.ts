import { randomBytes } from 'node:crypto'
import { isNotNull } from 'drizzle-orm'
import { describeError } from '../../src/describe-error'
import { users, wechatIdentities } from '../../src/db/schema'
import { resealAll } from '../../src/maintenance/reseal'
import { createVault, SealingKeyMissing } from '../../src/security/vault'
import { serverForFile } from '../kit/server-for-file'

const fresh = { id: 'next', key: randomBytes(32) }
const vault = createVault([fresh], randomBytes(32))

const { server, hand } = serverForFile()

it('rotating keys seals everything with the new key, after which the old one can be removed', async () => {
  const { db, settings } = server.context
  for (const person of ['alice', 'bob']) {
    const { token } = await hand.signIn(person)
    const body = hand.phoneButton(person)
    const verified = await server.call('PUT', '/hserve/v2.7/idp/wechat/phone-verification/', {
      body,
      token,
    })
    if (person === 'bob') {
      await server.call('PUT', '/hserve/v2.2/user/account/', {
        body: { phone: '13912345678' },
        token: verified.body.token,
      })
    }
  }
  const both = createVault([fresh, ...settings.keys.sealing], settings.keys.index)
  expect(await resealAll({ db, vault: both })).toEqual({ phones: 3, sessionKeys: 2 })
  expect(await resealAll({ db, vault: both })).toEqual({ phones: 0, sessionKeys: 0 })

  const alone = createVault([fresh], settings.keys.index)
  const phones = await db.select({ box: users.phoneSealed }).from(users)
  const next = await db
    .select({ box: users.nextPhoneSealed })
    .from(users)
    .where(isNotNull(users.nextPhoneSealed))
  expect(next).toHaveLength(1)
  const keys = await db.select({ box: wechatIdentities.sessionKeySealed }).from(wechatIdentities)
  for (const { box } of [...phones, ...next, ...keys]) expect(box).toMatch(/^next\./)
  expect(await resealAll({ db, vault: alone })).toEqual({ phones: 0, sessionKeys: 0 })
})

it('rotating keys ends with the id of a key that DATA_KEYS lacks, which a log names as such', async () => {
  const { token } = await hand.signIn('carol')
  const path = '/hserve/v2.7/idp/wechat/phone-verification/'
  await server.call('PUT', path, { body: hand.phoneButton('carol'), token })
  const { db, settings } = server.context
  const without = createVault([fresh], settings.keys.index)
  const rotation: unknown = await resealAll({ db, vault: without }).catch((error: unknown) => error)
  expect(rotation).toBeInstanceOf(SealingKeyMissing)
  expect(String(rotation)).toContain('key "dev"')
  expect(describeError(rotation)).toMatchObject({ type: 'SealingKeyMissing' })
})

it('a sealed value opens where it was sealed and nowhere else', () => {
  const box = vault.seal('secret', 'here')
  expect(vault.open(box, 'here')).toBe('secret')
  expect(() => vault.open(box, 'there')).toThrow()
  expect(box).not.toContain('secret')
  expect(vault.seal('secret', 'here')).not.toBe(box)
})

it('a sealed value does not open changed, respelled, or without its key', () => {
  const box = vault.seal('secret', 'here')
  const changed = box.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
  for (const wrong of [changed, `${box}=`, `${box}A`, box.slice(0, 20), '', 'next.']) {
    expect(() => vault.open(wrong, 'here')).toThrow()
  }
  const other = createVault([{ id: 'other', key: randomBytes(32) }], randomBytes(32))
  expect(() => other.open(box, 'here')).toThrow('which DATA_KEYS no longer holds')
})
