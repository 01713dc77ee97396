import { createManualClock } from '../../wx/phone/clock'
import { connectSimulator } from '../../wx/wechat-servers'
import { createNetwork } from '../../wx/network/network'
import { countingServers } from '../host/bundle'
import { createPhone } from './phone'

describe('the device', () => {
  it('the device reports the properties it was created with', () => {
    const { wx } = createPhone({
      device: { language: 'en', theme: 'dark', libVersion: '3.4.0', platform: 'android' },
    })
    expect(wx['getAppBaseInfo']?.()).toMatchObject({
      language: 'en',
      theme: 'dark',
      SDKVersion: '3.4.0',
    })
    expect(wx['getDeviceInfo']?.()).toMatchObject({ platform: 'android' })
    expect(wx['getSystemInfoSync']?.()).toMatchObject({
      language: 'en',
      platform: 'android',
      pixelRatio: 3,
    })
  })

  it('the device has a window inside its screen and a safe area inside both', () => {
    const info = createPhone().wx['getWindowInfo']?.() as WechatMiniprogram.WindowInfo
    expect(info.windowHeight).toBeLessThan(info.screenHeight)
    expect(info.safeArea.bottom).toBeLessThan(info.screenHeight)
    expect(info.safeArea.height).toBe(info.safeArea.bottom - info.safeArea.top)
  })
})

describe('the network', () => {
  it('the network reports its type and every change until the listener leaves', async () => {
    const network = createNetwork()
    const { wx, call } = createPhone({ network })
    const seen: object[] = []
    const listener = (result: object) => void seen.push(result)
    wx['onNetworkStatusChange']?.(listener)
    network.switchTo('none')
    expect(await call('getNetworkType')).toMatchObject({ networkType: 'none' })
    network.switchTo('none')
    network.switchTo('5g')
    wx['offNetworkStatusChange']?.(listener)
    network.switchTo('wifi')
    expect(seen).toEqual([
      { networkType: 'none', isConnected: false },
      { networkType: '5g', isConnected: true },
    ])
  })
})

describe('login', () => {
  it('wx.login returns a fresh code each time, to callbacks or as a promise', async () => {
    const { wx, call } = createPhone()
    expect(await call('login')).toEqual({ code: 'alice-1', errMsg: 'login:ok' })
    expect(await wx['login']?.()).toEqual({ code: 'alice-2', errMsg: 'login:ok' })
  })

  it('wx.login rejects with a plain object, not an Error, while the network is off', async () => {
    const network = createNetwork()
    network.switchTo('none')
    const rejected = await Promise.resolve(createPhone({ network }).wx['login']?.()).catch(
      (error: unknown) => error,
    )
    expect(rejected).not.toBeInstanceOf(Error)
    expect(rejected).toEqual({
      errMsg: expect.stringMatching(/^login:fail .*DISCONNECTED$/),
      errno: 600001,
    })
  })

  it('wx.login fails with timeout after the milliseconds it was given', async () => {
    const clock = createManualClock(0)
    const servers = { ...countingServers(), loginCode: () => new Promise<never>(() => undefined) }
    const failed = createPhone({ clock, servers }).call('login', { timeout: 3000 })
    const seen: object[] = []
    void failed.then((result) => seen.push(result))
    await clock.advance(2999)
    expect(seen).toEqual([])
    await clock.advance(1)
    expect(await failed).toEqual({ errMsg: 'login:fail timeout', errno: 5 })
  })

  it('wx.login says what to start when there is no simulator', async () => {
    const servers = connectSimulator('http://127.0.0.1:1')
    expect(await createPhone({ servers }).call('login')).toEqual({
      errMsg: expect.stringContaining(
        'The simulator does not answer at http://127.0.0.1:1/control/login-code',
      ),
    })
  })

  it('wx.login calls complete after success and after fail', async () => {
    const order: string[] = []
    const { wx } = createPhone({ replies: { actionSheet: { kind: 'cancel' } } })
    const noting = (complete: () => void) => ({
      itemList: [],
      success: () => order.push('success'),
      fail: () => order.push('fail'),
      complete: () => {
        order.push('complete')
        complete()
      },
    })
    await new Promise<void>((resolve) => void wx['login']?.(noting(resolve)))
    await new Promise<void>((resolve) => void wx['showActionSheet']?.(noting(resolve)))
    expect(order).toEqual(['success', 'complete', 'fail', 'complete'])
  })

  it('wx.checkSession fails once WeChat has changed the session_key', async () => {
    const valid = createPhone()
    expect(await valid.call('checkSession')).toEqual({ errMsg: 'checkSession:ok' })
    const servers = { ...countingServers(), checkSession: async () => ({ valid: false }) }
    expect(await createPhone({ servers }).call('checkSession')).toEqual({
      errMsg: 'checkSession:fail session time out, need relogin',
    })
  })

  it('wx.login reports what a callback throws and still calls complete', async () => {
    const { wx, loop } = createPhone()
    await new Promise<void>((resolve) => {
      const success = () => {
        throw new Error('in success')
      }
      void wx['login']?.({ success, complete: resolve })
    })
    expect(loop.errors).toEqual([{ where: 'wx.login success', error: new Error('in success') }])
  })
})

describe('app-level APIs', () => {
  it('the app-level functions of wx report launch options, and app events until the listener leaves', () => {
    const { wx, emit } = createPhone()
    const seen: string[] = []
    const listener = () => void seen.push('show')
    wx['onAppShow']?.(listener)
    emit('onAppShow', {})
    wx['offAppShow']?.(listener)
    emit('onAppShow', {})
    expect(seen).toEqual(['show'])
    expect(wx['getLaunchOptionsSync']?.()).toEqual({ path: 'pages/a', query: {}, scene: 1001 })
  })

  it('wx.getPerformance returns entries to its caller and to observers of their type', () => {
    const { wx, measure } = createPhone()
    const performance = wx['getPerformance']?.() as {
      createObserver: (tell: (list: { getEntries: () => { name: string }[] }) => void) => {
        observe: (option: { entryTypes: string[] }) => void
        disconnect: () => void
      }
    }
    const seen: string[] = []
    const observer = performance.createObserver(
      (list) => void seen.push(...list.getEntries().map(({ name }) => name)),
    )
    observer.observe({ entryTypes: ['navigation'] })
    const entry = { startTime: 0, duration: 5, path: 'a' }
    measure({ ...entry, entryType: 'navigation', name: 'route' })
    measure({ ...entry, entryType: 'script', name: 'evaluateScript' })
    observer.disconnect()
    measure({ ...entry, entryType: 'navigation', name: 'route' })
    expect(seen).toEqual(['route'])
    const list = wx['getPerformance']?.() as { getEntriesByType: (type: string) => object[] }
    expect(list.getEntriesByType('navigation')).toHaveLength(2)
  })
})
