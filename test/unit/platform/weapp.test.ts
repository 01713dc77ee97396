import type { Lifecycle } from '../../../src/auth/ports'
import { over, type Taro } from '../../kit/over-taro'

const wechatOver = (taro: Taro) =>
  over(taro, async () => (await import('../../../src/platform/weapp/wechat')).wechat)

describe('wx.login and the base library', () => {
  // docs/protocol.md 9.13
  it('a failed login keeps what WeChat says', async () => {
    const wechat = await wechatOver({
      login: () => Promise.reject({ errMsg: 'login:fail timeout' }),
    })
    await expect(wechat.loginCode()).rejects.toMatchObject({
      code: 601,
      serverMessage: 'login:fail timeout',
    })
  })

  it.each([
    ['tells its version', { getAppBaseInfo: () => ({ SDKVersion: '3.8.12' }) }, '3.8.12'],
    [
      // docs/protocol.md 9.25
      'keeps it to itself',
      { getAppBaseInfo: () => ({}), createOffscreenCanvas: () => ({}) },
      /^2\.16/,
    ],
    ['is older than 2.20.1', { createOffscreenCanvas: () => ({}) }, /^2\.16/],
    ['is older than 2.16', {}, /^2\.10/],
  ])(
    'the version of the base library is known without deprecated calls when it %s',
    async (_, taro, version) => {
      const getSystemInfoSync = jest.fn()
      const wechat = await wechatOver({ ...taro, getSystemInfoSync })
      expect(wechat.libVersion()).toEqual(
        typeof version === 'string' ? version : expect.stringMatching(version),
      )
      expect(getSystemInfoSync).not.toHaveBeenCalled()
    },
  )
})

const transportOver = (taro: Taro) => over(taro, () => import('../../../src/platform/transport'))

const request = {
  method: 'POST',
  url: 'https://a.b/',
  headers: { x: '1' },
  body: { a: 1 },
  timeoutMs: 8_000,
} as const

const file = {
  url: 'u',
  filePath: 'p',
  field: 'file',
  fields: {},
  timeoutMs: 1,
  onProgress: () => undefined,
}

describe('the network', () => {
  it('the network returns every HTTP status as an answer', async () => {
    const seen: unknown[] = []
    const { transport } = await transportOver({
      request: (option: unknown) => {
        seen.push(option)
        return Promise.resolve({ statusCode: 401, data: { error_msg: 'no' } })
      },
    })
    expect(await transport(request).answer).toEqual({ status: 401, body: { error_msg: 'no' } })
    expect(seen).toEqual([
      { method: 'POST', url: 'https://a.b/', header: { x: '1' }, data: { a: 1 }, timeout: 8_000 },
    ])
  })

  it('the network takes an answer that a platform sends to fail, and nothing else', async () => {
    const rejecting = (reason: unknown) => transportOver({ request: () => Promise.reject(reason) })
    const refused = await rejecting({ statusCode: 404, data: { error_code: 'wechat_not_linked' } })
    expect(await refused.transport(request).answer).toEqual({
      status: 404,
      body: { error_code: 'wechat_not_linked' },
    })
    const lost = await rejecting({ status: 13, errorMessage: 'timeout' })
    await expect(lost.transport(request).answer).rejects.toMatchObject({ code: expect.any(Number) })
  })

  it.each([
    ['request:fail timeout', 601],
    ['request:fail interrupted', 600],
    ['request:fail errcode:-105 cronet_error_code:-105', 600],
  ])('the network names what is no answer: %s', async (errMsg, code) => {
    const { transport } = await transportOver({ request: () => Promise.reject({ errMsg }) })
    await expect(transport(request).answer).rejects.toMatchObject({ name: 'BaasError', code })
  })

  // docs/wechat.md 8.2
  it('the network can be cancelled, with an interceptor that loses abort() and without', async () => {
    const abort = jest.fn()
    const hanging = () => Object.assign(new Promise(() => {}), { abort })
    const { transport } = await transportOver({ request: hanging })
    transport(request).abort()
    expect(abort).toHaveBeenCalledTimes(1)

    const bare = await transportOver({ request: () => new Promise(() => {}) })
    expect(() => bare.transport(request).abort()).not.toThrow()
  })

  // docs/wechat.md 2.4
  it('the network returns the text of an upload as it came', async () => {
    const { upload } = await transportOver({
      uploadFile: () => Promise.resolve({ statusCode: 413, data: '<html>' }),
    })
    expect(await upload(file).answer).toEqual({ status: 413, body: '<html>' })
  })

  it('the network reports how far an upload is', async () => {
    const progress = jest.fn()
    const { upload } = await transportOver({
      uploadFile: () => Object.assign(new Promise(() => {}), { progress }),
    })
    upload(file)
    expect(progress).toHaveBeenCalledWith(file.onProgress)
  })
})

const platformOver = (taro: Taro) =>
  over(taro, async () => (await import('../../../src/platform/index.weapp')).platform)

describe('the platform of WeChat', () => {
  it.each([
    ['is shown', 'onShow', 'onAppShow', undefined, true],
    ['is connected', 'onOnline', 'onNetworkStatusChange', { isConnected: true }, true],
    ['is cut off', 'onOnline', 'onNetworkStatusChange', { isConnected: false }, false],
  ] satisfies ReadonlyArray<[string, keyof Lifecycle, string, unknown, boolean]>)(
    'the platform of WeChat reports when the app %s',
    async (_, listen, name, event, isTold) => {
      const register = jest.fn()
      const { lifecycle } = await platformOver({ [name]: register })
      const told = jest.fn()
      lifecycle[listen](told)
      register.mock.lastCall?.[0](event)
      expect(told).toHaveBeenCalledTimes(isTold ? 1 : 0)
    },
  )

  it('the platform of WeChat has random bytes at once, other ones every time', async () => {
    const { randomBytes } = await platformOver({})
    const bytes = randomBytes()
    expect(bytes).toHaveLength(16)
    for (const byte of bytes) expect(Number.isInteger(byte) && byte >= 0 && byte < 256).toBe(true)
    expect(randomBytes()).not.toEqual(bytes)
  })

  it.each([
    [{ language: 'en', fontSizeScaleFactor: 1.25 }, 'en', 1.25],
    [{ fontSizeScaleFactor: 0 }, 'zh_CN', 1],
    [undefined, 'zh_CN', 1],
  ])('the platform of WeChat knows how a person reads from %j', async (info, language, scale) => {
    const platform = await platformOver(info === undefined ? {} : { getAppBaseInfo: () => info })
    expect([platform.language(), platform.textScale()]).toEqual([language, scale])
  })
})
