/** As much of Taro as a test needs. */
export type Taro = Record<string, unknown>

/** Loads one module of the weapp platform over a Taro of the test's. */
export const over = async <T>(taro: Taro, load: () => Promise<T>): Promise<T> => {
  jest.resetModules()
  jest.doMock('@tarojs/taro', () => ({ __esModule: true, default: taro }))
  return load()
}
