/** @jest-environment jsdom */
import type { HttpRequest } from '../../../src/baas/transport'

type Taro = Record<string, unknown>

/** The platform of a browser, over a Taro of the test's. */
const browserWith = async (taro: Taro = {}) => {
  jest.resetModules()
  jest.doMock('@tarojs/taro', () => ({ __esModule: true, default: taro }))
  return (await import('../../../src/platform/index.h5')).platform
}

const request: HttpRequest = {
  method: 'GET',
  url: 'https://a.b/',
  headers: {},
  timeoutMs: 8_000,
}

describe('the platform of a browser', () => {
  it('calls itself WEB, and has no WeChat to vouch for anyone: 611', async () => {
    const { client, wechat, askProfile } = await browserWith()
    expect(client).toBe('WEB')
    await expect(wechat.loginCode()).rejects.toMatchObject({ name: 'BaasError', code: 611 })
    expect(askProfile).toBeUndefined()
  })

  it('has random bytes of the browser', async () => {
    const { randomBytes } = await browserWith()
    const fill = jest.spyOn(crypto, 'getRandomValues').mockImplementation((array) => array)
    expect(randomBytes()).toEqual(Array(16).fill(0))
    expect(fill).toHaveBeenCalledTimes(1)
    fill.mockRestore()
  })

  it('speaks the newest protocol', async () => {
    const { wechat } = await browserWith()
    const { isAtLeast } = await import('../../../src/baas/wechat')
    expect(isAtLeast(wechat.libVersion(), '2.21.2')).toBe(true)
  })

  it('needs no one to agree to a guide of WeChat', async () => {
    const { privacy } = await browserWith()
    expect(await privacy.needsConsent()).toBe(false)
    await expect(privacy.requireConsent()).resolves.toBeUndefined()
    await expect(privacy.openContract()).resolves.toBeUndefined()
    expect(privacy.onNeedConsent(jest.fn())).toBeUndefined()
  })

  it('is notified when the page comes back, and not when it goes', async () => {
    const { lifecycle } = await browserWith()
    const shown = jest.fn()
    const visibility = jest.spyOn(document, 'visibilityState', 'get')
    lifecycle.onShow(shown)
    visibility.mockReturnValue('hidden')
    document.dispatchEvent(new Event('visibilitychange'))
    expect(shown).not.toHaveBeenCalled()
    visibility.mockReturnValue('visible')
    document.dispatchEvent(new Event('visibilitychange'))
    expect(shown).toHaveBeenCalledTimes(1)
    visibility.mockRestore()
  })

  it('is notified when the network returns', async () => {
    const { lifecycle } = await browserWith()
    const online = jest.fn()
    lifecycle.onOnline(online)
    window.dispatchEvent(new Event('offline'))
    expect(online).not.toHaveBeenCalled()
    window.dispatchEvent(new Event('online'))
    expect(online).toHaveBeenCalledTimes(1)
  })

  it('leaves the size of letters to the browser, and reads its language', async () => {
    const { textScale, language } = await browserWith()
    expect(textScale()).toBe(1)
    expect(language()).toBe(navigator.language)
  })

  it.each([
    ['Failed to fetch', 600],
    ['Load failed', 600],
    ['NetworkError when attempting to fetch resource.', 600],
    ['signal is aborted without reason', 601],
    ['The operation was aborted.', 601],
    // docs/protocol.md 9.38
  ])('"%s" has its wx.BaaS code', async (message, code) => {
    // As Taro rejects: the browser's own error, with its message a second time.
    const reason = Object.assign(new TypeError(message), { errMsg: message })
    const { transport } = await browserWith({ request: () => Promise.reject(reason) })
    await expect(transport(request).answer).rejects.toMatchObject({ name: 'BaasError', code })
  })

  it('keeps its own record where Taro keeps it', async () => {
    const kept = new Map<string, unknown>()
    const { storage } = await browserWith({
      getStorageSync: (key: string) => kept.get(key),
      setStorageSync: (key: string, value: unknown) => kept.set(key, value),
      removeStorageSync: (key: string) => kept.delete(key),
    })
    storage.set('session', { token: 't' })
    expect(storage.get('session')).toEqual({ token: 't' })
    storage.remove('session')
    expect(kept.size).toBe(0)
  })
})
