import { createCipheriv } from 'node:crypto'
import { openPush } from '../../src/wechat-push/crypto'

const APPID = 'touristappid'
const KEY = Buffer.from('abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG=', 'base64')
const BLOCK = 16

const length = (bytes: number): Buffer => {
  const field = Buffer.alloc(4)
  field.writeUInt32BE(bytes)
  return field
}

/** A push whose message is as long as it takes for `padding` to fill the last block of the cipher. */
const pushWith = (
  padding: Buffer,
  { appid = APPID, declared = (bytes: number) => bytes } = {},
): string => {
  const around = 20 + appid.length + padding.length
  const message = 'm'.repeat(BLOCK - (around % BLOCK))
  const aes = createCipheriv('aes-256-cbc', KEY, KEY.subarray(0, BLOCK)).setAutoPadding(false)
  const parts = [
    Buffer.alloc(BLOCK, 'salt'),
    length(declared(message.length)),
    Buffer.from(message + appid),
    padding,
  ]
  return Buffer.concat([aes.update(Buffer.concat(parts)), aes.final()]).toString('base64')
}

describe('the padding of an encrypted push', () => {
  it('the padding of an encrypted push has one to thirty-two bytes, each of which says how many', () => {
    for (let count = 1; count <= 32; count++) {
      expect(openPush(pushWith(Buffer.alloc(count, count)), KEY, APPID)).toMatch(/^m{1,16}$/)
    }
  })

  it.each([
    ['none', Buffer.alloc(0)],
    ['a byte of nought', Buffer.alloc(1)],
    ['33 bytes', Buffer.alloc(33, 33)],
    ['48 bytes', Buffer.alloc(48, 48)],
    ['255 bytes', Buffer.alloc(255, 255)],
    ['another first byte', Buffer.from([1, 3, 3])],
    ['another byte in the middle', Buffer.from([3, 1, 3])],
  ])('the padding of an encrypted push is refused: %s', (_kind, padding) => {
    expect(() => openPush(pushWith(padding), KEY, APPID)).toThrow(/PKCS#7/)
  })
})

describe('the bytes behind the message of an encrypted push', () => {
  const padding = Buffer.alloc(4, 4)

  it.each([
    ['a longer AppID', { appid: `${APPID}x` }],
    ['a shorter AppID', { appid: APPID.slice(0, -1) }],
    ['no AppID', { appid: '' }],
    ['a length that is too small', { declared: (bytes: number) => bytes - 1 }],
    ['a length that is too large', { declared: (bytes: number) => bytes + 1 }],
    ['the largest length', { declared: () => 2 ** 32 - 1 }],
  ])('the bytes behind the message of an encrypted push have to be our AppID: %s', (_kind, how) => {
    expect(() => openPush(pushWith(padding, how), KEY, APPID)).toThrow('another AppID')
  })
})
