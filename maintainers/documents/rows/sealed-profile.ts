import assert from 'node:assert/strict'
import { createDecipheriv, hash } from 'node:crypto'
import { has, isA } from '../holds'
import { answerOf, sealedFor } from '../profile-page'
import { by, impossible, type Row } from '../row'

/** Document 003, the members of the answer. */
export const sealedProfile: readonly Row[] = [
  ...by('wechat', '003:39', 'success: userInfo', async (world) => {
    isA('string', ((await answerOf(world))['userInfo'] as { nickName?: string }).nickName)
  }),
  ...by('wechat', '003:40', 'success: rawData is userInfo as text', async (world) => {
    const { rawData, userInfo } = await answerOf(world)
    assert.deepEqual(JSON.parse(String(rawData)), userInfo)
  }),
  ...(
    [
      ['encryptedData', 42, 32],
      ['iv', 43, 16],
    ] as const
  ).flatMap(([name, line, shortest]) =>
    by('wechat', `003:${line}`, `success: ${name} in Base64`, async (world) => {
      const value = String((await answerOf(world))[name])
      assert.match(value, /^[\w+/]+={0,2}$/)
      assert.ok(Buffer.from(value, 'base64').length >= shortest)
    }),
  ),
  ...by('wechat', '003:41', 'signature is sha1(rawData + session_key)', async (world) => {
    const { key, profile } = await sealedFor(world)
    assert.equal(profile.signature, hash('sha1', profile.rawData + key))
  }),
  ...impossible('003:13', 'the limits on how often it may be called', 'the document links to them'),
  ...impossible('003:52', 'mini-games keep getUserInfo', 'the simulator runs no mini-games'),
  ...impossible('003:44', 'success: cloudID', 'of mini-programs with cloud development only'),
  ...by('wechat', '003:54', 'the encrypted data has no openId and no unionId', async (world) => {
    const { key, profile } = await sealedFor(world)
    const [cipher, iv] = [profile.encryptedData, profile.iv].map((text) =>
      Buffer.from(text, 'base64'),
    )
    const aes = createDecipheriv('aes-128-cbc', Buffer.from(key, 'base64'), iv ?? null)
    const opened = aes.update(cipher ?? Buffer.alloc(0)).toString() + aes.final().toString()
    has(JSON.parse(opened), { nickName: profile.userInfo['nickName'] })
    assert.doesNotMatch(opened, /openId|unionId/i)
  }),
]
