import { over, type Taro } from '../../kit/over-taro'

const profile = {
  userInfo: { nickName: 'Al' },
  rawData: '{}',
  signature: 's',
  encryptedData: 'E',
  iv: 'I',
}

/** WeChat as it minds taps: getUserProfile works only while `inTap` is set, and calls are noted in order. */
const mindingTaps = (answer: () => Promise<unknown> = () => Promise.resolve(profile)) => {
  const calls: string[] = []
  const tap = { isOn: false }
  const taro: Taro = {
    login: () => {
      calls.push('login')
      return Promise.resolve({ code: 'the-code' })
    },
    getUserProfile: () => {
      calls.push('getUserProfile')
      const errMsg = 'getUserProfile:fail can only be invoked by user TAP gesture.'
      return tap.isOn ? answer() : Promise.reject({ errMsg })
    },
  }
  const inTap = <T>(handler: () => T): T => {
    tap.isOn = true
    try {
      return handler()
    } finally {
      tap.isOn = false
    }
  }
  return { taro, calls, inTap }
}

const askProfileOver = (taro: Taro) =>
  over(taro, async () => (await import('../../../src/platform/weapp/ask-profile')).askProfile)

describe("WeChat's profile popup", () => {
  // docs/wechat.md 1.2, 1.3
  it("WeChat's profile popup opens inside the tap, with the login begun before it in the same tick", async () => {
    const { taro, calls, inTap } = mindingTaps()
    const ask = await askProfileOver(taro)
    const answer = inTap(() => ask?.('用于完善资料'))
    expect(calls).toEqual(['login', 'getUserProfile'])
    expect(await answer).toEqual({ code: 'the-code', profile })
  })

  // docs/wechat.md 1.2
  it("WeChat's profile popup is refused after an await, and says whose fault that is", async () => {
    const { taro } = mindingTaps()
    const ask = await askProfileOver(taro)
    await expect(ask?.('用于完善资料')).rejects.toMatchObject({ code: 605 })
  })

  it("WeChat's profile popup has a code for the refusal of the person", async () => {
    const { taro, inTap } = mindingTaps(() =>
      Promise.reject({ errMsg: 'getUserProfile:fail auth deny' }),
    )
    const ask = await askProfileOver(taro)
    await expect(inTap(() => ask?.('用于完善资料'))).rejects.toMatchObject({ code: 603 })
  })

  it("WeChat's profile popup has a code for a description that WeChat does not take", async () => {
    const errMsg = 'getUserProfile:fail desc length does not meet the requirements'
    const { taro, inTap } = mindingTaps(() => Promise.reject({ errMsg }))
    const ask = await askProfileOver(taro)
    await expect(inTap(() => ask?.('字'.repeat(31)))).rejects.toMatchObject({ code: 605 })
  })

  // docs/wechat.md 1.7
  it("WeChat's profile popup is absent where WeChat does not have it", async () => {
    expect(await askProfileOver({})).toBeUndefined()
  })
})

const privacyOver = (taro: Taro) =>
  over(taro, async () => (await import('../../../src/platform/weapp/privacy')).privacy)

interface Callbacks {
  success: (result?: unknown) => void
  fail: (reason: unknown) => void
}

describe('privacy calls', () => {
  // docs/wechat.md 8.2
  it('the privacy calls are promises, though Taro makes them none', async () => {
    const privacy = await privacyOver({
      requirePrivacyAuthorize: ({ success }: Callbacks) => success(),
    })
    await expect(privacy.requireConsent()).resolves.toBeUndefined()
  })

  // docs/wechat.md 8.2
  it('the privacy calls need nothing below base library 2.32.3', async () => {
    const privacy = await privacyOver({})
    await expect(privacy.requireConsent()).resolves.toBeUndefined()
  })

  it.each([
    [104, 'requirePrivacyAuthorize:fail privacy permission is not authorized', 603],
    [112, 'requirePrivacyAuthorize:fail api scope is not declared in the privacy agreement', 611],
  ])(
    'the privacy calls distinguish the person (%i) from the operator',
    async (errno, errMsg, code) => {
      const privacy = await privacyOver({
        requirePrivacyAuthorize: ({ fail }: Callbacks) => fail({ errno, errMsg }),
      })
      const refusal = await privacy.requireConsent().catch((reason: unknown) => reason)
      expect(refusal).toMatchObject({ name: 'BaasError', code, serverMessage: errMsg })
    },
  )
})

describe('the question for consent', () => {
  const usual = __FEATURES__.privacySheet
  afterEach(() => Object.assign(__FEATURES__, { privacySheet: usual }))

  it.each([
    ['own', 1],
    ['official', 0],
  ])(
    'the question for consent is asked by the app itself only in builds with a sheet of their own (%s)',
    async (sheet, times) => {
      Object.assign(__FEATURES__, { privacySheet: sheet })
      const onNeedPrivacyAuthorization = jest.fn()
      const privacy = await privacyOver({ onNeedPrivacyAuthorization })
      const listener = jest.fn()
      privacy.onNeedConsent(listener)
      expect(onNeedPrivacyAuthorization.mock.calls).toEqual(Array(times).fill([listener]))
    },
  )

  it('the question for consent is never asked where the base library does not know it', async () => {
    Object.assign(__FEATURES__, { privacySheet: 'own' })
    const privacy = await privacyOver({})
    expect(() => privacy.onNeedConsent(jest.fn())).not.toThrow()
  })
})
