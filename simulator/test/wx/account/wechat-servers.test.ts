import { startSimulator, type Simulator } from '../../../start'
import { connectSimulator } from '../../../wx/wechat-servers'
import { createPhone, type PhoneOptions } from '../phone'

describe('a phone whose WeChat is the simulator', () => {
  let simulator: Simulator
  beforeAll(async () => {
    simulator = await startSimulator({ port: 0 })
  })
  afterAll(() => simulator.close())

  const phone = (options: PhoneOptions = {}) =>
    createPhone({ servers: connectSimulator(simulator.url), ...options })
  const control = async (call: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${simulator.url}/control/${call}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    expect(answer.status).toBe(200)
  }
  const exchange = async (code: unknown) => {
    const query = `appid=touristappid&secret=s&js_code=${String(code)}&grant_type=authorization_code`
    const answer = await fetch(`${simulator.url}/sns/jscode2session?${query}`)
    return (await answer.json()) as { openid?: string; errcode?: number }
  }
  const profile = (options: PhoneOptions) => {
    const { call, gesture } = phone(options)
    return gesture.during(() => call('getUserProfile', { desc: 'd' }))
  }

  it('a phone on the simulator gets login codes that the server can exchange, once', async () => {
    const { code } = await phone().call('login')
    expect(await exchange(code)).toHaveProperty('openid')
    expect(await exchange(code)).toMatchObject({ errcode: 40163 })
  })

  it('a phone on the simulator takes its address with a slash at the end, too', async () => {
    const servers = connectSimulator(`${simulator.url}/`)
    expect(await phone({ servers }).call('login')).toHaveProperty('code')
  })

  it('a phone on the simulator has a valid session after the exchange and none after it ran out', async () => {
    const { call } = phone()
    await exchange((await call('login'))['code'])
    expect(await call('checkSession')).toEqual({ errMsg: 'checkSession:ok' })
    await control('end-session', { person: 'alice' })
    expect(await call('checkSession')).toMatchObject({ errMsg: expect.stringContaining('relogin') })
  })

  it('a phone on the simulator sees the profile of its era: real with crypto fields, real without, anonymous', async () => {
    const real = await profile({ device: { libVersion: '2.27.0' } })
    expect(real).toMatchObject({ rawData: expect.any(String), signature: expect.any(String) })
    expect(real['userInfo']).not.toMatchObject({ nickName: '微信用户' })
    const devtools = { libVersion: '2.15.0', platform: 'devtools' } as const
    expect(await profile({ device: devtools })).not.toHaveProperty('encryptedData')
    expect(await profile({})).toMatchObject({ userInfo: { nickName: '微信用户' } })
  })

  it('a phone on the simulator gets phone codes for the number the person picked, until the quota is spent', async () => {
    const replies = { phoneNumber: { kind: 'allow', phone: '13900139000' } } as const
    const { press } = phone({ replies })
    expect(await press('getPhoneNumber')).toEqual([
      expect.objectContaining({
        errMsg: 'getPhoneNumber:ok',
        code: expect.any(String),
        iv: expect.any(String),
      }),
    ])
    await control('fault', { kind: 'phone-quota' })
    expect(await press('getPhoneNumber')).toMatchObject([{ errno: 1400001 }])
    await control('fault', { kind: 'clear' })
  })
})
