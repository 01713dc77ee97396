import { BaasError, CODE } from '../../../../src/baas/errors'
import { wechatError } from '../../../../src/baas/wechat-errors'
import type { Privacy } from '../../../../src/platform/platform'
import PhonePage from '../../../../src/pages/member/phone/index'
import { refused } from '../../../kit/fake-backend'
import { fakeClock } from '../../../kit/fake-clock'
import { fakePlatform } from '../../../kit/fake-platform'
import { renderPage } from '../../../kit/render-page'
import { wechat } from '../../../kit/stubs/taro'
import { inDevelopment, openPage } from '../../../kit/pages/open-with-consent'

beforeEach(() => wechat.reset())
afterEach(() => void inDevelopment(true))

describe('the privacy guide', () => {
  const platformAsking = (requireConsent: Privacy['requireConsent'], clock = fakeClock()) => {
    const { privacy } = fakePlatform()
    return fakePlatform({ privacy: { ...privacy, requireConsent }, clock })
  }
  const no =
    (code: number, serverMessage = '') =>
    () =>
      Promise.reject(new BaasError(code, { serverMessage }))

  it('the privacy guide leaves the text message usable when it never comes to an answer', async () => {
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

  it('the profile page waits for the answer to the privacy guide before it shows the nickname input, which would be a plain one', async () => {
    const page = await openPage(platformAsking(() => new Promise(() => undefined)))
    expect(page.has('profile-nickname')).toBe(false)
    expect(page.container.querySelector('.skeleton')).not.toBeNull()
  })

  // docs/wechat.md 6.2
  it('the privacy guide is one tap away, and so are the terms, whatever the answer was', async () => {
    const page = await openPage(platformAsking(no(CODE.unauthorized)))
    await page.tap('consent-privacy')
    await page.tap('consent-terms')
    expect(wechat.calls('navigateTo')).toEqual([
      { url: '/pages/legal/privacy/index' },
      { url: '/pages/legal/terms/index' },
    ])
  })

  const undeclared = no(CODE.unsupportedFunction, 'api scope is not declared')

  it('the fault of the operator is shown to developers (errno 112)', async () => {
    const page = await openPage(platformAsking(undeclared))
    expect(page.text('consent-missing')).toContain('112')
    expect(page.has('profile-save')).toBe(true)
  })

  it('the fault of the operator is shown in development builds only', async () => {
    inDevelopment(false)
    const page = await openPage(platformAsking(undeclared))
    expect(page.text('consent-missing')).toBe('这项功能暂时不可用；其他功能不受影响。')
  })

  it('the fault of the operator is shown to developers, too, when it is the profile button that fails', async () => {
    const askProfile = () =>
      Promise.reject(wechatError({ errMsg: 'getUserProfile:fail', errno: 112 }))
    __FEATURES__.profileButton = 'always'
    const page = await openPage(fakePlatform({ askProfile }))
    __FEATURES__.profileButton = 'whereAnswered'
    await page.tap('profile-get')
    expect(page.text('profile-get-said')).toContain('112')
  })
})
