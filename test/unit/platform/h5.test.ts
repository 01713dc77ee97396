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
  afterEach(() => void Object.assign(globalThis, { __TARGET__: 'weapp' }))

  it('the platform of a browser is called WEB, and has no WeChat to vouch for anyone: 611', async () => {
    const { client, wechat, askProfile } = await browserWith()
    expect(client).toBe('WEB')
    await expect(wechat.loginCode()).rejects.toMatchObject({ name: 'BaasError', code: 611 })
    expect(askProfile).toBeUndefined()
  })

  it('the platform of a browser has random bytes of the browser', async () => {
    const { randomBytes } = await browserWith()
    const fill = jest.spyOn(crypto, 'getRandomValues').mockImplementation((array) => array)
    expect(randomBytes()).toEqual(Array(16).fill(0))
    expect(fill).toHaveBeenCalledTimes(1)
    fill.mockRestore()
  })

  it('the platform of a browser speaks the newest protocol', async () => {
    const { wechat } = await browserWith()
    const { isAtLeast } = await import('../../../src/baas/wechat')
    expect(isAtLeast(wechat.libVersion(), '2.21.2')).toBe(true)
  })

  it('the platform of a browser needs no one to agree to a guide of WeChat', async () => {
    const { privacy } = await browserWith()
    await expect(privacy.requireConsent()).resolves.toBeUndefined()
    expect(privacy.onNeedConsent(jest.fn())).toBeUndefined()
  })

  it('the platform of a browser notifies the app when the page comes back, and not when it goes', async () => {
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

  it('the platform of a browser notifies the app when the network returns', async () => {
    const { lifecycle } = await browserWith()
    const online = jest.fn()
    lifecycle.onOnline(online)
    window.dispatchEvent(new Event('offline'))
    expect(online).not.toHaveBeenCalled()
    window.dispatchEvent(new Event('online'))
    expect(online).toHaveBeenCalledTimes(1)
  })

  it('the platform of a browser leaves the size of letters to the browser, and reads its language', async () => {
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
  ])('the failed request "%s" of a browser has its wx.BaaS code', async (message, code) => {
    // As Taro rejects: the browser's own error, with its message a second time.
    const reason = Object.assign(new TypeError(message), { errMsg: message })
    const { transport } = await browserWith({ request: () => Promise.reject(reason) })
    await expect(transport(request).answer).rejects.toMatchObject({ name: 'BaasError', code })
  })

  it('the platform of a browser keeps its own record where Taro keeps it', async () => {
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

  it('the platform of a browser reads what it could not store, in a storage that is full, and keeps nothing older there', async () => {
    Object.assign(globalThis, { __TARGET__: 'h5' })
    const kept = new Map<string, unknown>([['session', { token: 'old' }]])
    let isFull = true
    const { storage } = await browserWith({
      getStorageSync: (key: string) => kept.get(key),
      setStorageSync: (key: string, value: unknown) => {
        if (isFull) throw new DOMException('full', 'QuotaExceededError')
        kept.set(key, value)
      },
      removeStorageSync: (key: string) => kept.delete(key),
    })
    storage.set('session', { token: 'new' })
    expect(storage.get('session')).toEqual({ token: 'new' })
    // A reload would take it up.
    expect(kept.size).toBe(0)
    isFull = false
    storage.set('session', { token: 'newer' })
    expect(kept.get('session')).toEqual({ token: 'newer' })
    storage.remove('session')
    expect(storage.get('session')).toBeUndefined()
  })

  it('the platform of a browser looks at what is stored when Back brings a page again as it was', async () => {
    const { lifecycle } = await browserWith()
    const stored = jest.fn()
    lifecycle.onStorage(stored)
    const show = (persisted: boolean) =>
      window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }))
    show(false)
    expect(stored).not.toHaveBeenCalled()
    show(true)
    expect(stored).toHaveBeenCalledTimes(1)
  })

  it('the platform of a browser asks for a picture by a dialog, and returns what was chosen', async () => {
    const { choosePicture } = await import('../../../src/platform/choose-picture.h5')
    const address = jest.fn(() => 'blob:picture')
    Object.assign(URL, { createObjectURL: address })
    const click = jest.spyOn(HTMLInputElement.prototype, 'click')
    const answers = (files: readonly File[], event: string) =>
      click.mockImplementationOnce(function (this: HTMLInputElement) {
        expect([this.type, this.accept]).toEqual(['file', 'image/*'])
        Object.defineProperty(this, 'files', { value: files })
        this.dispatchEvent(new Event(event))
      })
    const picture = new File(['…'], 'me.png')
    answers([picture], 'change')
    await expect(choosePicture()).resolves.toBe('blob:picture')
    expect(address).toHaveBeenCalledWith(picture)
    answers([], 'cancel')
    await expect(choosePicture()).rejects.toMatchObject({ name: 'BaasError', code: 603 })
    answers([], 'change')
    await expect(choosePicture()).rejects.toMatchObject({ name: 'BaasError', code: 603 })
  })

  it('the platform of a browser uploads without cookies, which a storage for every site refuses', async () => {
    const uploadFile = jest.fn(() => Promise.resolve({ statusCode: 200, data: '{}' }))
    const { upload } = await browserWith({ uploadFile })
    const file = { url: 'https://a.b/', filePath: 'blob:picture', field: 'file', fields: {} }
    await upload({ ...file, timeoutMs: 8_000, onProgress: jest.fn() }).answer
    expect(uploadFile).toHaveBeenCalledWith(expect.objectContaining({ withCredentials: false }))
  })
})
