import { asyncApi, callSync, WxFailure } from '../call'
import type { WxPorts } from '../ports'
import { textOfValue, valueOfText } from './stored-value'

type Result = WechatMiniprogram.GeneralCallbackResult

type KeyAndValue = WechatMiniprogram.KvList

/** WeChat's limits, in bytes of the stored text: one key, and everything (docs/wechat.md 7.3). */
const KEY_LIMIT = 1024 * 1024
const TOTAL_LIMIT = 10 * 1024 * 1024

const size = (text: string) => new TextEncoder().encode(text).length

/** An encrypted value is a record of its own: only a call with `encrypt` finds it. */
const slot = (key: string, encrypt: boolean | undefined) =>
  encrypt === true ? `encrypted:${key}` : `plain:${key}`
const keyOf = (name: string) => name.slice(name.indexOf(':') + 1)

/** The storage family, synchronous and asynchronous, on the injected store (typings setStorageSync, getStorageSync). */
export const createStorageApis = (ports: WxPorts) => {
  const {
    adopt,
    memory: { entries: storage },
  } = ports

  const total = () =>
    [...storage].reduce((sum, [name, text]) => sum + size(keyOf(name)) + size(text), 0)

  const write = (name: string, data: unknown) => {
    const text = textOfValue(data)
    if (size(text) > KEY_LIMIT) throw new WxFailure('entry size limit reached')
    const before = storage.get(name)
    if (total() - size(before ?? '') + size(text) > TOTAL_LIMIT) {
      throw new WxFailure('exceed storage max size 10Mb')
    }
    storage.set(name, text)
  }
  const read = (name: string) => {
    const text = storage.get(name)
    return text === undefined ? undefined : { data: valueOfText(text) }
  }
  const readOrEmpty = (key: string): unknown => {
    const found = read(slot(key, false))
    return found === undefined ? '' : found.data
  }
  const writeAll = (list: readonly KeyAndValue[]) =>
    list.forEach(({ key, value }) => write(slot(key, false), value))
  const info = () => ({
    keys: [...new Set([...storage.keys()].map(keyOf))],
    currentSize: Math.ceil(total() / 1024),
    limitSize: TOTAL_LIMIT / 1024,
  })
  const removeKey = (key: string) => {
    storage.delete(slot(key, false))
    storage.delete(slot(key, true))
  }
  const sync = (name: string, run: () => void) => callSync(ports, name, run)

  return {
    setStorageSync: (key: string, data: unknown) =>
      sync('setStorageSync', () => write(slot(key, false), data)),
    getStorageSync: (key: string): unknown => adopt(readOrEmpty(key)),
    batchSetStorageSync: (kvList: readonly KeyAndValue[]) =>
      sync('batchSetStorageSync', () => writeAll(kvList)),
    batchGetStorageSync: (keyList: readonly string[]): unknown => adopt(keyList.map(readOrEmpty)),
    removeStorageSync: removeKey,
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => adopt(info()),
    setStorage: asyncApi<WechatMiniprogram.SetStorageOption, Result>(
      ports,
      'setStorage',
      (option) => {
        write(slot(option.key, option.encrypt), option.data)
        return {}
      },
    ),
    getStorage: asyncApi<
      WechatMiniprogram.GetStorageOption,
      WechatMiniprogram.GetStorageSuccessCallbackResult
    >(ports, 'getStorage', ({ key, encrypt }) => {
      const found = read(slot(key, encrypt))
      if (found === undefined) throw new WxFailure('data not found')
      return { data: found.data }
    }),
    batchSetStorage: asyncApi<WechatMiniprogram.BatchSetStorageOption, Result>(
      ports,
      'batchSetStorage',
      ({ kvList }) => {
        writeAll(kvList)
        return {}
      },
    ),
    batchGetStorage: asyncApi<
      WechatMiniprogram.BatchGetStorageOption,
      Result & { dataList: unknown[] }
    >(ports, 'batchGetStorage', ({ keyList }) => ({ dataList: keyList.map(readOrEmpty) })),
    removeStorage: asyncApi<WechatMiniprogram.RemoveStorageOption, Result>(
      ports,
      'removeStorage',
      ({ key }) => {
        removeKey(key)
        return {}
      },
    ),
    clearStorage: asyncApi<WechatMiniprogram.ClearStorageOption, Result>(
      ports,
      'clearStorage',
      () => {
        storage.clear()
        return {}
      },
    ),
    getStorageInfo: asyncApi<
      WechatMiniprogram.GetStorageInfoOption,
      WechatMiniprogram.GetStorageInfoSuccessCallbackOption
    >(ports, 'getStorageInfo', info),
  }
}
