import { createCipheriv } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { wechatIdentities } from '../../../src/db/schema'
import { serverForFile } from '../../kit/server-for-file'

const APPID = 'touristappid'
const CONTENTS = {
  'we-run-data': { stepInfoList: [{ timestamp: 1_700_000_000, step: 4_000 }] },
  'open-gid': { openGId: 'tG5aFs0fbXrmVOwXGBOP0Q5j2XQw' },
  'phone-number': {
    phoneNumber: '13512345678',
    purePhoneNumber: '13512345678',
    countryCode: '86',
  },
} as const
const KINDS = Object.entries(CONTENTS)

const { server, hand } = serverForFile()

/** What the person's WeChat would seal. */
const sealed = (person: string, content: object) => {
  const key = Buffer.from(server.wechat.platform.sessionKeyOf(person, APPID), 'base64')
  const iv = Buffer.alloc(16, 7)
  const cipher = createCipheriv('aes-128-cbc', key, iv)
  const watermark = { appid: APPID, timestamp: Math.floor(server.clock.now() / 1000) }
  const text = cipher.update(JSON.stringify({ ...content, watermark }), 'utf8', 'base64')
  return { encryptedData: text + cipher.final('base64'), iv: iv.toString('base64') }
}
const decrypt = (kind: string, body: object, token: string) =>
  server.call('POST', `/hserve/v2.7/wechat/decrypt/${kind}/`, { body, token })

describe('encrypted data', () => {
  it.each(KINDS)(
    'the encrypted data of the kind %s opens as that and as no other',
    async (kind, content) => {
      const { token } = await hand.signIn('alice')
      const opened = await decrypt(kind, sealed('alice', content), token)
      expect(opened).toMatchObject({ status: 200, body: content })
      for (const [other] of KINDS.filter(([each]) => each !== kind)) {
        expect(await decrypt(other, sealed('alice', content), token)).toMatchObject({
          status: 400,
          body: { error_code: 'decrypt_failed' },
        })
      }
    },
  )

  it('the encrypted data of a session_key whose key of DATA_KEYS was lost asks for a sign-in through WeChat, which helps', async () => {
    const { token } = await hand.signIn('carol')
    const content = () => sealed('carol', CONTENTS['open-gid'])
    await server.context.db
      .update(wechatIdentities)
      .set({ sessionKeySealed: sql`regexp_replace(session_key_sealed, '^[^.]+', 'lost')` })
      .where(eq(wechatIdentities.openid, hand.openid('carol')))
    expect(await decrypt('open-gid', content(), token)).toMatchObject({
      status: 400,
      body: { error_code: 'wechat_session_missing' },
    })
    const again = await hand.signIn('carol')
    expect((await decrypt('open-gid', content(), again.token)).status).toBe(200)
  })

  it('the encrypted data of another person does not open', async () => {
    const { token } = await hand.signIn('alice')
    await hand.signIn('bob')
    const foreign = sealed('bob', CONTENTS['open-gid'])
    expect((await decrypt('open-gid', foreign, token)).status).toBe(400)
  })
})
