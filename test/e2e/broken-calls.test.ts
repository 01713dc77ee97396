import { useWorld } from './kit/use-world'

interface Options {
  readonly fail?: (reason: { errMsg: string }) => void
  readonly complete?: (reason: { errMsg: string }) => void
}

const REASON = { errMsg: 'call:fail system error' }

/** What a phone may do to a call of `wx` instead of answering it; undefined takes the member away. */
const WAYS: Readonly<Record<string, ((options?: Options) => void) | undefined>> = {
  'is not there': undefined,
  throws: () => {
    throw new Error('system error')
  },
  'never answers': () => undefined,
  fails: (options) => {
    options?.fail?.(REASON)
    options?.complete?.(REASON)
  },
}

/** Calls by which Taro or the app learn about phone and network: not all of them are made at every launch. */
const ABOUT_THE_PHONE = [
  'getAccountInfoSync',
  'getDeviceInfo',
  'getEnterOptionsSync',
  'getLaunchOptionsSync',
  'getNetworkType',
  'getSystemSetting',
  'getWindowInfo',
  'onThemeChange',
  'setStorageSync',
]

describe('the launch', () => {
  const world = useWorld()

  it.each(Object.entries(WAYS))(
    'the launch shows the home page whichever call of it %s',
    async (_, broken) => {
      const usual = await world.open('broken-calls')
      const names = new Set([...usual.calls.map(({ name }) => name), ...ABOUT_THE_PHONE])
      expect(names).toContain('login')
      for (const name of names) {
        const app = await world.open('broken-calls', { wx: { [name]: broken } })
        expect({ name, page: app.page(), hasState: app.has('session-state') }).toEqual({
          name,
          page: 'pages/home/index',
          hasState: true,
        })
        app.close()
      }
    },
  )
})
