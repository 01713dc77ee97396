interface StorageOption {
  readonly key: string
  readonly data?: unknown
  readonly success?: (result: { data?: unknown; errMsg: string }) => void
  readonly fail?: (result: { errMsg: string }) => void
}

/** The storage calls of `wx` that the vendor's SDK uses, on a map that a second launch may share. */
export const createStorage = (store: Map<string, unknown>) => ({
  setStorageSync: (key: string, data: unknown) => void store.set(key, data),
  getStorageSync: (key: string): unknown => store.get(key) ?? '',
  setStorage: ({ key, data, success }: StorageOption) => {
    store.set(key, data)
    queueMicrotask(() => success?.({ errMsg: 'setStorage:ok' }))
  },
  getStorage: ({ key, success, fail }: StorageOption) => {
    queueMicrotask(() =>
      store.has(key)
        ? success?.({ data: store.get(key), errMsg: 'getStorage:ok' })
        : fail?.({ errMsg: 'getStorage:fail data not found' }),
    )
  },
})
