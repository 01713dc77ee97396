/** @jest-environment jsdom */
import { sdkStorage as inBrowser } from '../../../../src/compat/wx-baas/sdk-storage.h5'
import { over } from '../../../kit/over-taro'

describe("minapp-sdk's storage", () => {
  it("minapp-sdk's storage holds raw values in WeChat, where a missing key rejects", async () => {
    const kept = new Map<string, unknown>()
    const { sdkStorage } = await over(
      {
        getStorage: ({ key }: { key: string }) =>
          kept.has(key)
            ? Promise.resolve({ data: kept.get(key) })
            : Promise.reject({ errMsg: 'no' }),
        setStorage: ({ key, data }: { key: string; data: unknown }) =>
          Promise.resolve(void kept.set(key, data)),
        removeStorageSync: (key: string) => kept.delete(key),
      },
      () => import('../../../../src/compat/wx-baas/sdk-storage.weapp'),
    )
    expect(await sdkStorage.load('k')).toBeUndefined()
    await sdkStorage.save('k', 7)
    expect([kept.get('k'), await sdkStorage.load('k')]).toEqual([7, 7])
    sdkStorage.remove('k')
    expect(kept.size).toBe(0)
  })

  it("minapp-sdk's storage holds {value} as JSON in a browser", async () => {
    await inBrowser.save('k', 7)
    expect(localStorage.getItem('k')).toBe('{"value":7}')
    expect(await inBrowser.load('k')).toBe(7)
    localStorage.setItem('k', 'no json')
    await expect(inBrowser.load('k')).rejects.toBeInstanceOf(Error)
    inBrowser.remove('k')
    expect(await inBrowser.load('k')).toBeUndefined()
  })
})
