import { createPhoneMemory } from '../../../wx/phone/memory'
import { createPhone } from '../phone'

interface Sync {
  setStorageSync: (key: string, data: unknown) => void
  getStorageSync: (key: string) => unknown
  batchSetStorageSync: (kvList: readonly { key: string; value: unknown }[]) => void
  batchGetStorageSync: (keyList: readonly string[]) => unknown[]
  removeStorageSync: (key: string) => void
  clearStorageSync: () => void
  getStorageInfoSync: () => { keys: string[]; currentSize: number; limitSize: number }
}

const open = (memory = createPhoneMemory()) => {
  const phone = createPhone({ memory })
  return { ...phone, sync: phone.wx as unknown as Sync }
}

describe('storage', () => {
  it.each([['text'], [7], [true], [{ a: [1, { b: null }] }], [['x']]])(
    'the storage of wx returns %j as it was',
    (data) => {
      const { sync } = open()
      sync.setStorageSync('key', data)
      expect(sync.getStorageSync('key')).toEqual(data)
    },
  )

  it.each([[new Date(1_700_000_000_000)], [NaN], [-Infinity], [null], [undefined]])(
    'the storage of wx returns %p as what it was, though JSON has no such value',
    async (data) => {
      const { sync, call } = open()
      sync.setStorageSync('key', data)
      expect(sync.getStorageSync('key')).toEqual(data)
      expect(await call('getStorage', { key: 'key' })).toMatchObject({ data })
    },
  )

  it.each([[() => 1], [Symbol('s')], [10n], [new Map([[1, 2]])], [/x/]])(
    'the storage of wx returns the empty text for %p, which has no stored form',
    (data) => {
      const { sync } = open()
      sync.setStorageSync('key', data)
      expect(sync.getStorageSync('key')).toBe('')
    },
  )

  it('the storage of wx returns a Date within an object as its text', () => {
    const { sync } = open()
    sync.setStorageSync('key', { at: new Date(0) })
    expect(sync.getStorageSync('key')).toEqual({ at: '1970-01-01T00:00:00.000Z' })
  })

  it('the storage of wx writes and reads lists of keys, a missing one as the empty text', async () => {
    const { sync, call } = open()
    sync.batchSetStorageSync([
      { key: 'a', value: 1 },
      { key: 'b', value: new Date(0) },
    ])
    expect(sync.batchGetStorageSync(['b', 'none', 'a'])).toEqual([new Date(0), '', 1])
    expect(await call('batchSetStorage', { kvList: [{ key: 'c', value: { d: 1 } }] })).toEqual({
      errMsg: 'batchSetStorage:ok',
    })
    expect(await call('batchGetStorage', { keyList: ['c', 'a'] })).toEqual({
      dataList: [{ d: 1 }, 1],
      errMsg: 'batchGetStorage:ok',
    })
  })

  it('the storage of wx refuses a list of which one value is too large by the name of the call', async () => {
    const { sync, call } = open()
    const kvList = [{ key: 'b', value: 'x'.repeat(1024 * 1024) }]
    expect(() => sync.batchSetStorageSync(kvList)).toThrow('batchSetStorageSync:fail entry size')
    expect(await call('batchSetStorage', { kvList })).toEqual({
      errMsg: 'batchSetStorage:fail entry size limit reached',
    })
  })

  it('the storage of wx returns the empty text for a key it does not have, and fails when asked asynchronously', async () => {
    const { sync, call } = open()
    expect(sync.getStorageSync('none')).toBe('')
    expect(await call('getStorage', { key: 'none' })).toEqual({
      errMsg: 'getStorage:fail data not found',
    })
  })

  it('a stored value is there at the second launch of the same phone and not on another', async () => {
    const memory = createPhoneMemory()
    open(memory).sync.setStorageSync('token', 't')
    expect(open(memory).sync.getStorageSync('token')).toBe('t')
    expect(open().sync.getStorageSync('token')).toBe('')
  })

  it('the storage of wx keeps what it holds apart from what the bundle does with its object afterwards', () => {
    const { sync } = open()
    const data = { n: 1 }
    sync.setStorageSync('key', data)
    data.n = 2
    expect(sync.getStorageSync('key')).toEqual({ n: 1 })
  })

  it('the storage of wx refuses more than 1 MB in one key', async () => {
    const { sync, call } = open()
    const data = 'x'.repeat(1024 * 1024)
    expect(() => sync.setStorageSync('key', data)).toThrow(
      'setStorageSync:fail entry size limit reached',
    )
    expect(await call('setStorage', { key: 'key', data })).toEqual({
      errMsg: 'setStorage:fail entry size limit reached',
    })
  })

  it('the storage of wx refuses more than 10 MB in all, and takes a smaller value in place of a larger one', () => {
    const { sync } = open()
    const data = 'x'.repeat(1024 * 1000)
    for (let key = 0; key < 10; key += 1) sync.setStorageSync(`key${key}`, data)
    expect(() => sync.setStorageSync('one more', data)).toThrow('exceed storage max size 10Mb')
    sync.setStorageSync('key0', 'small')
    sync.setStorageSync('one more', data)
    expect(sync.getStorageInfoSync().keys).toHaveLength(11)
  })

  it('the storage of wx finds an encrypted value only by an encrypted read', async () => {
    const { sync, call } = open()
    await call('setStorage', { key: 'key', data: 's', encrypt: true })
    expect(sync.getStorageSync('key')).toBe('')
    expect(await call('getStorage', { key: 'key', encrypt: true })).toEqual({
      errMsg: 'getStorage:ok',
      data: 's',
    })
  })

  it('the storage of wx removes one key, and everything', () => {
    const { sync } = open()
    sync.setStorageSync('a', 1)
    sync.setStorageSync('b', 2)
    sync.removeStorageSync('a')
    expect(sync.getStorageInfoSync().keys).toEqual(['b'])
    sync.clearStorageSync()
    expect(sync.getStorageInfoSync().keys).toEqual([])
  })
})
