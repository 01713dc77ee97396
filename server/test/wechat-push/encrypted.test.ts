import fc from 'fast-check'
import { createCipheriv, createHash } from 'node:crypto'
import { openPush } from '../../src/wechat-push/crypto'
import { readSettings } from '../../src/settings/settings'
import { serverForFile } from '../kit/server-for-file'

const PATH = '/ext/v1/wechat/push/'
const APPID = 'touristappid'
// WeChat's published sample of WXBizMsgCrypt.
const TOKEN = 'spamtest'
const ENCODING_AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
const KEY = Buffer.from(`${ENCODING_AES_KEY}=`, 'base64')
const SAMPLE =
  'hyzAe4OzmOMbd6TvGdIOO6uBmdJoD0Fk53REIHvxYtJlE2B655HuD0m8KUePWB3+LrPXo87wzQ1QLvbeUgmBM4x6F8PGHQHFVAFmOD2LdJF9FrXpbUAh0B5GIItb52sn896wVsMSHGuPE328HnRGBcrS7C41IzDWyWNlZkyyXwon8T332jisa+h6tEDYsVticbSnyU8dKOIbgU6ux5VTjg3yt+WGzjlpKn6NPhRjpA912xMezR4kw6KWwMrCVKSVCZciVGCgavjIQ6X8tCOp3yZbGpy0VxpAe+77TszTfRd5RJSVO/HTnifJpXgCSUdUue1v6h0EIBYYI1BD1DlD+C0CR8e6OewpusjZ4uBl9FyJvnhvQl+q5rv1ixrcpCumEPo5MJSgM9ehVsNPfUM669WuMyVWQLCzpu9GhglF2PE='

const { server, hand } = serverForFile({
  WECHAT_PUSH_TOKEN: TOKEN,
  WECHAT_PUSH_AES_KEY: ENCODING_AES_KEY,
})
let origin: string

beforeAll(async () => {
  origin = await server.app.listen({ port: 0, host: '127.0.0.1' })
})

const encrypt = (bytes: Buffer, key = KEY) => {
  const aes = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([aes.update(bytes), aes.final()]).toString('base64')
}
const pkcs7 = (count: number) => Buffer.alloc(count, count)
const sealed = (message: string, { appid = APPID, key = KEY, padding = pkcs7 } = {}) => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(Buffer.byteLength(message))
  const content = Buffer.concat([Buffer.alloc(16, 'salt'), length, Buffer.from(message + appid)])
  const count = 32 - (content.length % 32)
  return encrypt(Buffer.concat([content, padding(count)]), key)
}
const sha1 = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex')

let nonces = 0
const stamp = (encrypted: string, { token = TOKEN, at = server.clock.now() } = {}) => {
  const timestamp = String(Math.floor(at / 1000))
  const nonce = String((nonces += 1))
  return {
    signature: sha1(token, timestamp, nonce),
    timestamp,
    nonce,
    encrypt_type: 'aes',
    msg_signature: sha1(token, timestamp, nonce, encrypted),
  }
}
const send = async (body: string, query: Record<string, string>) => {
  const reply = await server.app.inject({
    method: 'POST',
    url: `${PATH}?${new URLSearchParams(query)}`,
    headers: { 'content-type': body.startsWith('<') ? 'text/xml' : 'application/json' },
    payload: body,
  })
  return reply.statusCode === 200 ? reply.payload : reply.statusCode
}
const sendSealed = (encrypted: string, more: object = {}, how?: Parameters<typeof stamp>[1]) =>
  send(JSON.stringify({ ToUserName: 'gh_1', Encrypt: encrypted, ...more }), stamp(encrypted, how))

const about = (person: string, Event: string) => ({
  Event,
  RevokeInfo: '20',
  OpenID: hand.openid(person),
  AppID: APPID,
})
const revocation = (person: string) => JSON.stringify(about(person, 'user_authorization_revoke'))

/** Signs a person in with a real profile; returns whether its avatar is still there. */
const furnished = async (person: string) => {
  const { token, user } = await hand.signIn(person)
  const body = hand.profile(person)
  await server.call('PUT', '/hserve/v2.6/idp/wechat/user/info/', { body, token })
  return async () => (await hand.read(user.id, token)).avatar !== ''
}

describe('an encrypted push', () => {
  it("an encrypted push of WeChat's published sample is opened, for its AppID only", () => {
    const opened = openPush(SAMPLE, KEY, 'wx2c2769f8efd9abc2')
    expect(opened).toMatch(/^<xml><ToUserName><!\[CDATA\[gh_10f6c3c3ac5a\]\]>/)
    expect(opened).toContain('<Content><![CDATA[abcdteT]]></Content>')
    expect(() => openPush(SAMPLE, KEY, APPID)).toThrow('another AppID')
  })

  it('an encrypted push is understood in JSON and in XML, alone or beside the plain one', async () => {
    const hasAvatar = await furnished('alice')
    expect(await sendSealed(sealed(revocation('alice')))).toBe('success')
    expect(await hasAvatar()).toBe(false)

    const still = await furnished('ben')
    const fields = Object.entries(about('ben', 'user_authorization_revoke'))
    const xml = `<xml>${fields.map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`).join('')}</xml>`
    const encrypted = sealed(xml)
    const carrier = `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`
    expect(await send(carrier, stamp(encrypted))).toBe('success')
    expect(await still()).toBe(false)

    const third = await furnished('cleo')
    expect(await sendSealed(sealed(revocation('cleo')), about('nobody', 'whatever'))).toBe(
      'success',
    )
    expect(await third()).toBe(false)
  })

  it('an encrypted push is refused unless WeChat signed and encrypted it for us, lately', async () => {
    const hasAvatar = await furnished('dan')
    const good = sealed(revocation('dan'))
    const foreignKey = Buffer.alloc(32, 'another key')
    const zeros = (count: number) => Buffer.concat([Buffer.alloc(count - 1), Buffer.from([count])])
    const refused = [
      sendSealed(sealed(revocation('dan'), { padding: zeros })),
      sendSealed(good, {}, { token: 'another' }),
      sendSealed(good, {}, { at: server.clock.now() - 601_000 }),
      sendSealed(sealed(revocation('dan'), { appid: 'wx0000000000000000' })),
      sendSealed(sealed(revocation('dan'), { key: foreignKey })),
      send(JSON.stringify({ Encrypt: good }), { ...stamp(good), msg_signature: '' }),
      send(JSON.stringify({ Encrypt: good }), stamp(sealed('something else'))),
      send(revocation('dan'), stamp('')),
      send('', stamp('')),
    ]
    expect(await Promise.all(refused)).toEqual(refused.map(() => 403))
    expect(await hasAvatar()).toBe(true)
  })

  it('an encrypted push is refused without an error of the server, whatever is under a good signature', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const whole = Buffer.from(bytes).subarray(0, bytes.length - (bytes.length % 16))
        for (const text of [encrypt(whole), Buffer.from(bytes).toString('base64')]) {
          expect(await sendSealed(text)).toBe(403)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('an encrypted push does nothing when it comes again, not even to a new account of the same person', async () => {
    await hand.signIn('eva')
    const leaving = sealed(JSON.stringify(about('eva', 'user_authorization_cancellation')))
    const query = stamp(leaving)
    const body = JSON.stringify({ Encrypt: leaving })
    expect(await send(body, query)).toBe('success')

    const { token, user } = await hand.signIn('eva')
    expect(await send(body, query)).toBe('success')
    expect(await hand.read(user.id, token)).toMatchObject({ openid: hand.openid('eva') })
  })

  it.each(['safe', 'compatible'])(
    'an encrypted push reaches a listening server from WeChat in %s mode',
    async (mode) => {
      const hasAvatar = await furnished(`finn-${mode}`)
      const control = async (path: string, body: object) => {
        const answer = await fetch(`${server.wechat.url}/control/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
        return answer.json()
      }
      const target = { url: origin + PATH, token: TOKEN, mode, encodingAESKey: ENCODING_AES_KEY }
      expect(await control('push/target', target)).toEqual({})
      const revoked = await control('push/revoke', { person: `finn-${mode}`, revokeInfo: '20' })
      expect(revoked).toMatchObject({ attempts: 1, outcome: 'accepted' })
      expect(await hasAvatar()).toBe(false)
    },
  )
})

describe('the settings of the push', () => {
  const fault = (env: Record<string, string>) => {
    try {
      return readSettings(env).push.kind
    } catch (error) {
      return String(error)
    }
  }

  it('the settings of the push are reported as wrong in one sentence each', () => {
    const key = { WECHAT_PUSH_AES_KEY: ENCODING_AES_KEY }
    const token = { WECHAT_PUSH_TOKEN: TOKEN }
    expect([fault({}), fault(token), fault({ ...token, ...key })]).toEqual([
      'off',
      'plain',
      'encrypted',
    ])
    expect(fault(key)).toContain('WECHAT_PUSH_AES_KEY stands alone')
    for (const malformed of [ENCODING_AES_KEY.slice(1), `${ENCODING_AES_KEY}=`, 'short']) {
      expect(fault({ ...token, WECHAT_PUSH_AES_KEY: malformed })).toBe(
        'StartupFault: WECHAT_PUSH_AES_KEY is no EncodingAESKey: set it to the 43 letters and digits in the console of message push.',
      )
    }
  })
})
