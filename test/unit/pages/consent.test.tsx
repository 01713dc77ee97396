import { BaasError, CODE } from '../../../src/baas/errors'
import { wechatError } from '../../../src/baas/wechat-errors'
import type { Privacy } from '../../../src/platform/platform'
import HomePage from '../../../src/pages/home/index'
import PhonePage from '../../../src/pages/member/phone/index'
import PrivacyPage from '../../../src/pages/legal/privacy/index'
import ProfilePage from '../../../src/pages/member/profile/index'
import { answered, granted, refused } from '../../kit/fake-backend'
import { fakeClock, type FakeClock } from '../../kit/fake-clock'
import { fakePlatform } from '../../kit/fake-platform'
import { renderPage } from '../../kit/render-page'
import { wechat } from '../../kit/stubs/taro'

const alice = { id: 7, nickname: 'Alice', avatar: '', _email: null, _phone: '13800001234' }

const openPage = async (
  platform = fakePlatform(),
  Page: Parameters<typeof renderPage>[0] = ProfilePage,
  user: object = alice,
) => {
  const page = renderPage(Page, { platform })
  await page.settled(() => void page.auth.launch())
  await page.settled(() => page.network.answer(granted(user)))
  return page
}

type Page = Awaited<ReturnType<typeof openPage>>

const letPass = async (page: Page, clock: FakeClock, seconds: number) => {
  for (let second = 0; second < seconds; second += 1) {
    await page.settled(() => clock.advance(1_000))
  }
}

const inDevelopment = (isSo: boolean) => Object.assign(globalThis, { __DEVELOPMENT__: isSo })

beforeEach(() => wechat.reset())
afterEach(() => void inDevelopment(true))

describe('the privacy guide', () => {
  const deciding = (...answers: Array<() => Promise<void>>) => {
    const requireConsent = jest.fn(() => (answers.shift() ?? (() => Promise.resolve()))())
    const clock = fakeClock()
    return { requireConsent, clock, platform: platformAsking(requireConsent, clock) }
  }
  const platformAsking = (requireConsent: Privacy['requireConsent'], clock = fakeClock()) => {
    const { privacy } = fakePlatform()
    return fakePlatform({ privacy: { ...privacy, requireConsent }, clock })
  }
  const no =
    (code: number, serverMessage = '') =>
    () =>
      Promise.reject(new BaasError(code, { serverMessage }))

  // docs/wechat.md 3.3
  it('is asked about before there is a form; a refusal closes the form, and nothing else', async () => {
    const { platform, requireConsent } = deciding(no(CODE.unauthorized))
    const page = await openPage(platform)
    expect(requireConsent).toHaveBeenCalledTimes(1)
    expect(page.text('consent-missing')).toContain('其他功能不受影响')
    expect(page.has('profile-save')).toBe(false)
  })

  it('asks again only when the person wants it to', async () => {
    const { platform, clock, requireConsent } = deciding(no(CODE.unauthorized), () =>
      Promise.resolve(),
    )
    const page = await openPage(platform)
    await letPass(page, clock, 10)
    await page.tap('consent-agree')
    expect(requireConsent).toHaveBeenCalledTimes(2)
    expect(page.has('consent-missing')).toBe(false)
    expect(page.has('profile-save')).toBe(true)
  })

  describe('in the ten seconds in which WeChat would not ask', () => {
    it('counts down on a button that takes no tap, and takes one afterwards', async () => {
      const { platform, clock, requireConsent } = deciding(no(CODE.unauthorized))
      const page = await openPage(platform)
      expect(page.byId('consent-agree')).toHaveProperty('disabled', true)
      expect(page.text('consent-agree')).toBe('10 秒后可以同意')
      await page.tap('consent-agree')
      await letPass(page, clock, 1)
      expect(page.text('consent-agree')).toBe('9 秒后可以同意')
      await letPass(page, clock, 9)
      expect(page.text('consent-agree')).toBe('我同意')
      expect(requireConsent).toHaveBeenCalledTimes(1)
      await page.tap('consent-agree')
      expect(page.has('profile-save')).toBe(true)
    })

    it('goes on counting on the next page, which WeChat refuses by itself', async () => {
      const { platform, clock } = deciding(no(CODE.unauthorized), no(CODE.unauthorized))
      const first = await openPage(platform)
      await letPass(first, clock, 4)
      const next = await openPage(platform)
      expect(next.text('consent-agree')).toBe('6 秒后可以同意')
    })

    it('counts ten seconds at most, whatever the clock of the phone did', async () => {
      const { platform } = deciding(no(CODE.unauthorized))
      platform.storage.set('consent.refused', platform.clock.now() + 3_600_000)
      const page = await openPage(platform)
      expect(page.text('consent-agree')).toBe('10 秒后可以同意')
    })

    it('counts nothing after a refusal in a sheet of our own, which is never silent', async () => {
      __FEATURES__.privacySheet = 'own'
      const { platform } = deciding(no(CODE.unauthorized))
      const page = await openPage(platform)
      __FEATURES__.privacySheet = 'official'
      expect(page.text('consent-agree')).toBe('我同意')
    })
  })

  it('leaves the text message usable when it never comes to an answer', async () => {
    const { privacy } = fakePlatform()
    const silent = { ...privacy, requireConsent: () => new Promise<void>(() => undefined) }
    const page = renderPage(PhonePage, { platform: fakePlatform({ privacy: silent }) })
    await page.settled(() => void page.auth.launch())
    await page.settled(() => page.network.answer(refused(404)))
    expect(page.has('phone-sign-in')).toBe(false)
    await page.type('sms-phone', '13800001234')
    await page.tap('sms-send')
    expect(page.network.requests.at(-1)?.body).toMatchObject({ phone: expect.any(String) })
  })

  it('waits for the answer before it shows the nickname input, which would be a plain one', async () => {
    const page = await openPage(platformAsking(() => new Promise(() => undefined)))
    expect(page.has('profile-nickname')).toBe(false)
    expect(page.container.querySelector('.skeleton')).not.toBeNull()
  })

  // docs/wechat.md 6.2
  it('is one tap away, and so are the terms, whatever the answer was', async () => {
    const page = await openPage(platformAsking(no(CODE.unauthorized)))
    await page.tap('consent-privacy')
    await page.tap('consent-terms')
    expect(wechat.calls('navigateTo')).toEqual([
      { url: '/pages/legal/privacy/index' },
      { url: '/pages/legal/terms/index' },
    ])
  })

  const undeclared = no(CODE.unsupportedFunction, 'api scope is not declared')

  it('tells developers what the operator forgot (errno 112)', async () => {
    const page = await openPage(platformAsking(undeclared))
    expect(page.text('consent-missing')).toContain('112')
    expect(page.has('profile-save')).toBe(true)
  })

  it('blames nobody for what the operator forgot where no developer looks', async () => {
    inDevelopment(false)
    const page = await openPage(platformAsking(undeclared))
    expect(page.text('consent-missing')).toBe('这项功能暂时不可用；其他功能不受影响。')
  })

  it('tells developers so, too, when it is the profile button that fails', async () => {
    const askProfile = () =>
      Promise.reject(wechatError({ errMsg: 'getUserProfile:fail', errno: 112 }))
    __FEATURES__.profileButton = 'always'
    const page = await openPage(fakePlatform({ askProfile }))
    __FEATURES__.profileButton = 'whereAnswered'
    await page.tap('profile-get')
    expect(page.text('profile-get-said')).toContain('112')
  })
})

describe('consent that is withdrawn', () => {
  const withdraw = async (platform = fakePlatform()) => {
    const page = await openPage(platform, PrivacyPage)
    await page.tap('consent-withdraw')
    await page.tap('consent-withdraw-sure')
    await page.settled(() => page.network.answer(answered({ nickname: '', avatar: '' })))
    return page
  }

  // docs/wechat.md 6.3
  it('closes what collects the same again, until the person agrees again', async () => {
    const platform = fakePlatform()
    await withdraw(platform)
    const page = await openPage(platform)
    expect(page.text('consent-missing')).toContain('你已撤回同意')
    expect(page.has('profile-nickname')).toBe(false)
    await page.tap('consent-agree')
    expect(page.has('profile-nickname')).toBe(true)
    expect((await openPage(platform)).has('profile-nickname')).toBe(true)
  })

  it('is not followed by an offer to fill the profile in again', async () => {
    const nameless = { ...alice, nickname: '' }
    const platform = fakePlatform()
    expect((await openPage(platform, HomePage, nameless)).has('profile-offer')).toBe(true)
    await withdraw(platform)
    expect((await openPage(platform, HomePage, nameless)).has('profile-offer')).toBe(false)
  })

  it('says nothing about another person on the same phone', async () => {
    const platform = fakePlatform()
    await withdraw(platform)
    const page = await openPage(platform, ProfilePage, { ...alice, id: 8 })
    expect(page.has('consent-missing')).toBe(false)
  })

  it('keeps the session, whose token the server may change with the number', async () => {
    const page = await withdraw()
    const rotated = { token: 'a-new-token', expires_in: 2_592_000 }
    await page.settled(() => page.network.answer(answered({ phone: null, ...rotated })))
    expect(page.has('consent-withdrawn')).toBe(true)
    await page.settled(() => void page.actions.refresh())
    expect(page.network.tokens().at(-1)).toBe('a-new-token')
    expect(page.session()).not.toHaveProperty(['user', 'token'])
  })

  it('leaves a number that is the only way in, and says so', async () => {
    const page = await withdraw()
    await page.settled(() => page.network.answer(refused(400)))
    expect(page.text('consent-withdrawn')).toContain('唯一的登录方式')
    expect(page.session()).toMatchObject({ user: { nickname: '', _phone: '13800001234' } })
  })

  it('is said to have failed when the network was lost', async () => {
    const page = await openPage(fakePlatform(), PrivacyPage)
    await page.tap('consent-withdraw')
    await page.tap('consent-withdraw-sure')
    await page.settled(() => page.network.fail(new BaasError(CODE.networkDisconnected)))
    expect(page.text('consent-withdrawn')).toContain('网络')
    expect(page.session()).toMatchObject({ user: { nickname: 'Alice' } })
  })
})
