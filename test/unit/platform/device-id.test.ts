import { createDeviceId } from '../../../src/platform/device-id'
import { memoryStorage } from '../../kit/memory-storage'

const bytes = (first: number) => () => Array.from({ length: 16 }, (_, i) => first + i)

const refuse = () => {
  throw new Error('no storage')
}

describe('the id of a device', () => {
  it('the id of a device is made on first need and is 128 bits in hex', () => {
    const storage = memoryStorage()
    const deviceId = createDeviceId(storage, bytes(0))
    expect(storage.calls).toEqual({ get: 0, set: 0, remove: 0 })
    expect(deviceId()).toBe('000102030405060708090a0b0c0d0e0f')
  })

  it('the id of a device is the same in every later launch, and costs one read in each', () => {
    const entries = new Map<string, unknown>()
    const first = createDeviceId(memoryStorage(entries), bytes(0))()
    const storage = memoryStorage(entries)
    const deviceId = createDeviceId(storage, bytes(100))
    expect([deviceId(), deviceId()]).toEqual([first, first])
    expect(storage.calls).toEqual({ get: 1, set: 0, remove: 0 })
  })

  it.each(['', 'short', 'with blanks and more', 'x'.repeat(65), 7, null])(
    'the id of a device is made anew where the storage holds %j',
    (kept) => {
      const storage = memoryStorage(new Map([['device_id', kept]]))
      expect(createDeviceId(storage, bytes(0))()).toMatch(/^[0-9a-f]{32}$/)
    },
  )

  it('the id of a device stays the same for one launch where the storage fails, and stops nothing', () => {
    let made = 0
    const storage = { get: refuse, set: refuse, remove: refuse }
    const deviceId = createDeviceId(storage, () => bytes(made++)())
    expect(deviceId()).toBe(deviceId())
    expect(made).toBe(1)
  })
})
