import { BaasError, CODE } from '../../../../src/baas/errors'
import type { Privacy } from '../../../../src/platform/platform'
import { fakeClock } from '../../../kit/fake-clock'
import { fakePlatform } from '../../../kit/fake-platform'
import { wechat } from '../../../kit/stubs/taro'
import { inDevelopment, letPass, openPage } from '../../../kit/pages/open-with-consent'

beforeEach(() => wechat.reset())
afterEach(() => void inDevelopment(true))

describe('the privacy guide, refused', () => {
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
  it('the privacy guide is asked about before there is a form; a refusal closes the form, and nothing else', async () => {
    const { platform, requireConsent } = deciding(no(CODE.unauthorized))
    const page = await openPage(platform)
    expect(requireConsent).toHaveBeenCalledTimes(1)
    expect(page.text('consent-missing')).toContain('其他功能不受影响')
    expect(page.has('profile-save')).toBe(false)
  })

  it('a refused privacy guide is asked about again only when the person wants it', async () => {
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
    it('a refused privacy guide counts down on a button that takes no tap, and takes one afterwards', async () => {
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

    it('a refused privacy guide goes on counting on the next page, which WeChat refuses by itself', async () => {
      const { platform, clock } = deciding(no(CODE.unauthorized), no(CODE.unauthorized))
      const first = await openPage(platform)
      await letPass(first, clock, 4)
      const next = await openPage(platform)
      expect(next.text('consent-agree')).toBe('6 秒后可以同意')
    })

    it('a refused privacy guide counts ten seconds at most, whatever the clock of the phone did', async () => {
      const { platform } = deciding(no(CODE.unauthorized))
      platform.storage.set('consent.refused', platform.clock.now() + 3_600_000)
      const page = await openPage(platform)
      expect(page.text('consent-agree')).toBe('10 秒后可以同意')
    })

    it('a refused privacy guide counts nothing after a refusal in a sheet of our own, which is never silent', async () => {
      __FEATURES__.privacySheet = 'own'
      const { platform } = deciding(no(CODE.unauthorized))
      const page = await openPage(platform)
      __FEATURES__.privacySheet = 'official'
      expect(page.text('consent-agree')).toBe('我同意')
    })
  })
})
