import { createCipheriv, randomBytes } from 'node:crypto'
import { Type } from '@sinclair/typebox'
import fc from 'fast-check'
import { isSignedRawData, openEncryptedData } from '../../src/wechat/encrypted-data'

// The samples of WeChat's guide 开放数据校验与解密.
const APPID = 'wx4f4bc4dec97d474b'
const KEY = 'tiihtNczf5v6AKRyjwEUhQ=='
const SAMPLE = {
  iv: 'r7BXXKkLb8qrSNn05n0qiA==',
  encryptedData:
    'CiyLU1Aw2KjvrjMdj8YKliAjtP4gsMZMQmRzooG2xrDcvSnxIMXFufNstNGTyaGS9uT5geRa0W4oTOb1WT7fJlAC+oNPdbB+3hVbJSRgv+4lGOETKUQz6OYStslQ142dNCuabNPGBzlooOmB231qMM85d2/fV6ChevvXvQP8Hkue1poOFtnEtpyxVLW1zAo6/1Xx1COxFvrc2d7UL/lmHInNlxuacJXwu0fjpXfz/YqYzBIBzD6WUfTIF9GRHpOn/Hz7saL8xz+W//FRAUid1OksQaQx4CMs8LOddcQhULW4ucetDf96JcR3g0gfRK4PC7E/r7Z6xNrXd2UIeorGj5Ef7b1pJAYB6Y5anaHqZ9J6nKEBvB4DnNLIVWSgARns/8wR2SiRS7MNACwTyrGvt9ts8p12PKFdlqYTopNHR1Vf7XjfhQlVsAJdNiKdYmYVoKlaRv85IfVunYzO0IKXsyl7JCUjCpoG20f0a04COwfneQAGGwd5oa+T8yO5hzuyDb/XcxxmK01EpqOyuxINew==',
}
const SEALED_AT_MS = 1_477_314_187_000
const now = { appid: APPID, nowMs: SEALED_AT_MS + 60_000 }
const AnyObject = Type.Object({ openId: Type.String(), unionId: Type.String() })
const REFUSAL = /^decrypt_failed: /

const sealed = (content: object, key = KEY) => {
  const iv = randomBytes(16)
  const aes = createCipheriv('aes-128-cbc', Buffer.from(key, 'base64'), iv)
  const encryptedData = aes.update(JSON.stringify(content), 'utf8', 'base64') + aes.final('base64')
  return { encryptedData, iv: iv.toString('base64') }
}

describe('encryptedData', () => {
  it("encryptedData of WeChat's published sample is opened", () => {
    expect(openEncryptedData(SAMPLE, KEY, now, AnyObject)).toMatchObject({
      openId: 'oGZUI0egBJY1zhBYw2KhdUfwVJJE',
      unionId: 'ocMvos6NjeKLIBqg5Mr9QjxrP1FA',
    })
  })

  it('encryptedData under every other key is refused with one and the same error, valid padding or not', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (key) => {
        const other = Buffer.from(key).toString('base64')
        expect(() => openEncryptedData(SAMPLE, other, now, AnyObject)).toThrow(REFUSAL)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['another AppID', { appid: 'wx0000000000000000' }],
    ['an old watermark', { nowMs: SEALED_AT_MS + 600_001 }],
    ['a watermark from the future', { nowMs: SEALED_AT_MS - 300_001 }],
  ])('encryptedData is refused for %s', (_name, change) => {
    expect(() => openEncryptedData(SAMPLE, KEY, { ...now, ...change }, AnyObject)).toThrow(REFUSAL)
  })

  it('encryptedData is taken with a watermark from its first to its last moment', () => {
    for (const nowMs of [SEALED_AT_MS - 300_000, SEALED_AT_MS + 600_000]) {
      expect(openEncryptedData(SAMPLE, KEY, { appid: APPID, nowMs }, AnyObject)).toBeDefined()
    }
  })

  it('encryptedData is refused without a watermark, of another shape, or when it is no object', () => {
    const watermark = { appid: APPID, timestamp: SEALED_AT_MS / 1000 }
    for (const content of [{ openId: 'o', unionId: 'u' }, { watermark }, [1], null]) {
      expect(() => openEncryptedData(sealed({ content }), KEY, now, AnyObject)).toThrow(REFUSAL)
    }
    expect(
      openEncryptedData(sealed({ openId: 'o', unionId: 'u', watermark }), KEY, now, AnyObject),
    ).toBeDefined()
  })

  it('encryptedData is refused when it is junk instead of base64', () => {
    for (const junk of ['', '!!', 'AAAA', '\u0000']) {
      expect(() =>
        openEncryptedData({ encryptedData: junk, iv: junk }, KEY, now, AnyObject),
      ).toThrow(REFUSAL)
    }
  })
})

describe('the signature over rawData', () => {
  const rawData =
    '{"nickName":"Band","gender":1,"language":"zh_CN","city":"Guangzhou","province":"Guangdong","country":"CN","avatarUrl":"http://wx.qlogo.cn/mmopen/vi_32/1vZvI39NWFQ9XM4LtQpFrQJ1xlgZxx3w7bQxKARol6503Iuswjjn6nIGBiaycAjAtpujxyzYsrztuuICqIM5ibXQ/0"}'
  const key = 'HyVFkGl5F5OQWJZZaNzBBg=='
  const signature = '75e81ceda165f4ffa64f4068af58c64b8f54b88c'

  it("the signature over rawData of WeChat's published sample is accepted", () => {
    expect(isSignedRawData(rawData, signature, key)).toBe(true)
  })

  it('the signature over rawData holds for the text as it came and for nothing else', () => {
    const rewritten = JSON.stringify(JSON.parse(rawData), null, 1)
    expect(isSignedRawData(rewritten, signature, key)).toBe(false)
    expect(isSignedRawData(rawData, `0${signature.slice(1)}`, key)).toBe(false)
    expect(isSignedRawData(rawData, 'nonsense', key)).toBe(false)
    expect(isSignedRawData(rawData, signature, KEY)).toBe(false)
  })
})
