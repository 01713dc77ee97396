import { readArguments } from '../../../scripts/upload/arguments'
import { failureSentence } from '../../../scripts/upload/failure'
import { keyPathFrom } from '../../../scripts/upload/key'
import { versionOf } from '../../../scripts/upload/version'
import { projectOf, removeProjects } from '../kit/project'

afterAll(removeProjects)

const asked = { version: undefined, message: undefined }

describe('the version that is uploaded', () => {
  it('the version to upload is the tag of the commit without its v, with the subject of the commit', () => {
    const history = { tag: 'v1.2.0', subject: 'abc1234 Sell tea', isDirty: false }
    expect(versionOf(asked, '0.1.0', history)).toEqual({
      version: '1.2.0',
      message: 'abc1234 Sell tea',
      hint: undefined,
    })
  })

  it('the version to upload is that of package.json where no tag is, and where a copy has no history', () => {
    const history = { tag: undefined, subject: 'abc1234 Sell tea', isDirty: false }
    expect(versionOf(asked, '0.1.0', history).version).toBe('0.1.0')
    expect(versionOf(asked, '0.1.0', undefined)).toMatchObject({
      version: '0.1.0',
      message: 'npm run upload',
    })
  })

  it('the description of an upload says that changes are uploaded which are in no commit', () => {
    const history = { tag: undefined, subject: 'abc1234 Sell tea', isDirty: true }
    expect(versionOf(asked, '0.1.0', history)).toMatchObject({
      message: 'abc1234 Sell tea +',
      hint: expect.stringContaining('in no commit'),
    })
  })

  it('the version to upload is what was asked for, and its description is at most what WeChat takes', () => {
    const wanted = { version: '2.0.0', message: 'x'.repeat(300) }
    const { version, message } = versionOf(wanted, '0.1.0', undefined)
    expect([version, message.length]).toEqual(['2.0.0', 100])
  })
})

describe('the key', () => {
  const pem = '-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----\n'

  it('the key of an upload is found by the path in WEAPP_UPLOAD_KEY', () => {
    const path = `${projectOf({ 'private.key': pem })}/private.key`
    expect(keyPathFrom({ WEAPP_UPLOAD_KEY: path })).toBe(path)
    expect(keyPathFrom({ WEAPP_UPLOAD_KEY: `${path}\r\n` })).toBe(path)
  })

  it.each([
    [undefined, /^Set WEAPP_UPLOAD_KEY/],
    ['/nowhere/private.key', /cannot be read/],
    ['package.json', /is no private key/],
    [pem, /is the path of the key file, not the key/],
    [`MIIEowabc${'A/b+'.repeat(60)}`, /names a file, which cannot be read.*not the key/],
    ['MIIEowabc\nIBAAKC', /names a file, which cannot be read.*not the key/],
  ])(
    'a key of an upload that is missing or none is refused by a sentence without it: %j',
    (value, sentence) => {
      expect(() => keyPathFrom({ WEAPP_UPLOAD_KEY: value })).toThrow(sentence)
      expect(() => keyPathFrom({ WEAPP_UPLOAD_KEY: value })).not.toThrow(/abc/)
    },
  )
})

describe('a failure of miniprogram-ci', () => {
  it.each([
    [
      'Error: 20003 Error: {"errCode":-10008,"errMsg":"invalid ip: 203.0.113.9, reference: https://developers.weixin.qq.com"}',
      /IP address \(203\.0\.113\.9\).*IP白名单/,
    ],
    ['error:1E08010C:DECODER routines::unsupported', /does not take this key/],
    ['error:0909006C:PEM routines:get_name:no start line', /does not take this key/],
    ['{"errCode":-10007,"errMsg":"invalid signature"}', /does not take this key/],
    ['getaddrinfo ENOTFOUND servicewechat.com', /was not reached/],
    ['connect ETIMEDOUT 203.0.113.1:443', /was not reached/],
    ['source size 2100KB exceed max limit 2MB', /too large/],
    ['something else', /^miniprogram-ci failed: something else$/],
  ])(
    'a failure of miniprogram-ci becomes a sentence that says what to do: %s',
    (told, sentence) => {
      expect(failureSentence(new Error(told))).toMatch(sentence)
      expect(failureSentence(told)).toMatch(sentence)
    },
  )

  it('a failure of miniprogram-ci never shows the key', () => {
    const told = 'bad -----BEGIN RSA PRIVATE KEY-----\nsecret\n-----END RSA PRIVATE KEY----- file'
    expect(failureSentence(told)).not.toContain('secret')
  })
})

describe('the command line of upload', () => {
  it('the command line of upload has defaults', () => {
    expect(readArguments([])).toEqual({
      robot: 1,
      version: undefined,
      message: undefined,
      consent: 'ask',
      build: 'first',
    })
    expect(readArguments(['--help'])).toBeUndefined()
  })

  it.each(['0', '31', 'x', '1.5'])(
    'the command line of upload refuses a robot that WeChat does not have: %s',
    (robot) => {
      expect(() => readArguments(['--robot', robot])).toThrow('from 1 to 30')
    },
  )
})
