import { createHash } from 'node:crypto'
import { md5 } from '../../../wx/files/md5'
import { openFiles } from './file-manager'

const BYTES = [0x00, 0x41, 0x7f, 0x80, 0xe4, 0xbd, 0xa0, 0xff]

describe('encodings of files', () => {
  it.each([
    ['ascii', 'AZ~'],
    ['base64', 'AEF/gOS9oP8='],
    ['binary', '\u0000A\u007f\u0080ÿ'],
    ['latin1', 'é'],
    ['hex', '0041ff'],
    ['ucs2', '你A'],
    ['utf-16le', '\uFEFF你'],
    ['utf8', '你好, \uFEFFworld'],
    ['utf-8', ''],
  ])('a file written in %s is read back in it as the same text', (encoding, text) => {
    const { sync, root } = openFiles()
    sync('writeFileSync', `${root}/f`, text, encoding)
    expect(sync('readFileSync', `${root}/f`, encoding)).toBe(text)
  })

  it.each([
    ['hex', '00417f80e4bda0ff'],
    ['base64', Buffer.from(BYTES).toString('base64')],
    ['latin1', Buffer.from(BYTES).toString('latin1')],
    ['ascii', Buffer.from(BYTES).toString('ascii')],
    ['utf8', Buffer.from(BYTES).toString('utf8')],
    ['ucs-2', Buffer.from(BYTES).toString('utf16le')],
  ])('a file of bytes is read in %s as Node reads it', (encoding, text) => {
    const { sync, root } = openFiles()
    sync('writeFileSync', `${root}/f`, Uint8Array.from(BYTES).buffer)
    expect(sync('readFileSync', `${root}/f`, encoding)).toBe(text)
    expect([...new Uint8Array(sync('readFileSync', `${root}/f`) as ArrayBuffer)]).toEqual(BYTES)
  })

  it('a file refuses base64 that is none, such as a whole data URI, and encodings WeChat does not have', async () => {
    const { ask, root } = openFiles()
    const filePath = `${root}/f`
    const data = 'data:image/png;base64,AAAA'
    expect(await ask('writeFile', { filePath, data, encoding: 'base64' })).toEqual({
      errMsg: 'writeFile:fail base64 encode error',
      errCode: 1300203,
    })
    expect(await ask('writeFile', { filePath, data, encoding: 'gbk' })).toMatchObject({
      errMsg: 'writeFile:fail invalid encoding "gbk"',
    })
  })

  it.each([0, 1, 55, 56, 63, 64, 65, 1000])(
    'the digest md5 of %i bytes is that of Node',
    (length) => {
      const bytes = Uint8Array.from({ length }, (_none, at) => at * 7)
      expect(Buffer.from(md5(bytes)).toString('hex')).toBe(
        createHash('md5').update(bytes).digest('hex'),
      )
    },
  )

  it.each([undefined, 'md5', 'sha1', 'sha256'])(
    'the digest %s of a file is in its information, beside its size',
    async (digestAlgorithm) => {
      const { ask, call, sync, root } = openFiles()
      const filePath = `${root}/f`
      sync('writeFileSync', filePath, 'abc')
      const digest = createHash(digestAlgorithm ?? 'md5')
        .update('abc')
        .digest('hex')
      const option = { filePath, ...(digestAlgorithm !== undefined && { digestAlgorithm }) }
      expect(await ask('getFileInfo', option)).toEqual({
        ...{ size: 3, digest, errMsg: 'getFileInfo:ok' },
      })
      expect(await call('getFileInfo', option)).toMatchObject({ size: 3, digest })
    },
  )
})
