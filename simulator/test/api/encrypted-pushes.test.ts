import { createDecipheriv, createHash } from 'node:crypto'
import { pushKeyOf, sealPush, signPush } from '../../platform/crypto'
import { callSimulator, tourist } from './called-simulator'
import { listen } from './listener'

/** WeChat's published sample of WXBizMsgCrypt. */
const sample = {
  encodingAESKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  token: 'spamtest',
  appid: 'wx2c2769f8efd9abc2',
  timestamp: '1409735669',
  nonce: '1320562132',
  signature: '5d197aaffba7e9b25a30732f161a50dee96bd5fa',
  salt: '89465c840c5f116f',
  message:
    '<xml><ToUserName><![CDATA[gh_10f6c3c3ac5a]]></ToUserName>\n<FromUserName><![CDATA[oyORnuP8q7ou2gfYjqLzSIWZf0rs]]></FromUserName>\n<CreateTime>1409735668</CreateTime>\n<MsgType><![CDATA[text]]></MsgType>\n<Content><![CDATA[abcdteT]]></Content>\n<MsgId>6054768590064713728</MsgId>\n</xml>',
  encrypted:
    'hyzAe4OzmOMbd6TvGdIOO6uBmdJoD0Fk53REIHvxYtJlE2B655HuD0m8KUePWB3+LrPXo87wzQ1QLvbeUgmBM4x6F8PGHQHFVAFmOD2LdJF9FrXpbUAh0B5GIItb52sn896wVsMSHGuPE328HnRGBcrS7C41IzDWyWNlZkyyXwon8T332jisa+h6tEDYsVticbSnyU8dKOIbgU6ux5VTjg3yt+WGzjlpKn6NPhRjpA912xMezR4kw6KWwMrCVKSVCZciVGCgavjIQ6X8tCOp3yZbGpy0VxpAe+77TszTfRd5RJSVO/HTnifJpXgCSUdUue1v6h0EIBYYI1BD1DlD+C0CR8e6OewpusjZ4uBl9FyJvnhvQl+q5rv1ixrcpCumEPo5MJSgM9ehVsNPfUM669WuMyVWQLCzpu9GhglF2PE=',
}

test('WeChat’s published sample of an encrypted push comes out byte for byte, and so does its signature', () => {
  const { message, appid, encodingAESKey, salt, encrypted, token, timestamp, nonce } = sample
  const key = pushKeyOf(encodingAESKey)
  expect(sealPush(message, appid, key, Buffer.from(salt))).toBe(encrypted)
  expect(signPush(token, timestamp, nonce, encrypted)).toBe(sample.signature)
})

test('the padding of an encrypted push fills blocks of 32 bytes, a whole one when nothing is missing', () => {
  const key = pushKeyOf(sample.encodingAESKey)
  const blocks = [0, 1, 31, 32].map((length) => {
    const sealed = sealPush('x'.repeat(length), 'wx0123456789', key, Buffer.alloc(16))
    return Buffer.from(sealed, 'base64').length
  })
  expect(blocks).toEqual([64, 64, 64, 96])
})

const success = () => ({ status: 200, text: 'success' })
const { token, encodingAESKey } = sample

const listening: Awaited<ReturnType<typeof listen>>[] = []
afterEach(async () => {
  await Promise.all(listening.splice(0).map((server) => server.close()))
})

const pushed = async (more: object) => {
  const simulator = await callSimulator()
  const server = await listen(success)
  listening.push(server)
  const target = { url: server.url, token, encodingAESKey, ...more }
  expect(await simulator.control('push/target', target)).toEqual({})
  await simulator.control('push/revoke', { person: 'alice' })
  await simulator.control('push/revoke', { person: 'alice' })
  return server.pushes()
}

/** What a developer's server finds in the encrypted text: the message, and whom it is for. */
const opened = (encrypted: string) => {
  const key = Buffer.from(`${encodingAESKey}=`, 'base64')
  const aes = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([aes.update(encrypted, 'base64'), aes.final()])
  const content = padded.subarray(16, padded.length - (padded.at(-1) ?? 0))
  const end = 4 + content.readUInt32BE(0)
  return { message: content.toString('utf8', 4, end), appid: content.toString('utf8', end) }
}

test('a push in safe mode has its event in the encrypted text alone, which is signed and never the same', async () => {
  const [first, second] = await pushed({ mode: 'safe' })
  const body = JSON.parse(first?.body ?? '')
  expect(body).toEqual({
    ToUserName: expect.stringMatching(/^gh_/),
    Encrypt: expect.any(String),
  })
  const { message, appid } = opened(body.Encrypt)
  expect(appid).toBe(tourist)
  expect(JSON.parse(message)).toMatchObject({ Event: 'user_authorization_revoke', AppID: tourist })

  const query = first?.query ?? new URLSearchParams()
  const parts = [token, query.get('timestamp'), query.get('nonce'), body.Encrypt].sort().join('')
  expect(query.get('encrypt_type')).toBe('aes')
  expect(query.get('msg_signature')).toBe(createHash('sha1').update(parts).digest('hex'))
  expect(JSON.parse(second?.body ?? '').Encrypt).not.toBe(body.Encrypt)
})

test('a push in compatible mode has the plain and the encrypted half side by side', async () => {
  const [push] = await pushed({ mode: 'compatible' })
  const { Encrypt, ...plain } = JSON.parse(push?.body ?? '')
  expect(JSON.parse(opened(Encrypt).message)).toEqual(plain)
  expect(plain).toMatchObject({ Event: 'user_authorization_revoke', RevokeInfo: '8' })
})

test('a push in XML is encrypted as XML and carried in XML', async () => {
  const [push] = await pushed({ mode: 'safe', format: 'xml' })
  const encrypted = /^<xml><ToUserName>.*<\/ToUserName><Encrypt><!\[CDATA\[(.*)\]\]>/.exec(
    push?.body ?? '',
  )
  expect(opened(encrypted?.[1] ?? '').message).toMatch(/^<xml><ToUserName>/)
})

test('a mode of pushes that encrypts needs a key, of 43 letters and digits', async () => {
  const { control } = await callSimulator()
  const target = { url: 'http://127.0.0.1:1', token, mode: 'safe' }
  expect((await control('push/target', target)).error).toBe(
    '"encodingAESKey" is missing: mode safe encrypts with it.',
  )
  const short = { ...target, encodingAESKey: 'short' }
  expect((await control('push/target', short)).error).toContain('"encodingAESKey" must match')
})
