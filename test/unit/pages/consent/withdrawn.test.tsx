import { BaasError, CODE } from '../../../../src/baas/errors'
import HomePage from '../../../../src/pages/home/index'
import PrivacyPage from '../../../../src/pages/legal/privacy/index'
import ProfilePage from '../../../../src/pages/member/profile/index'
import { answered, refused } from '../../../kit/fake-backend'
import { fakePlatform } from '../../../kit/fake-platform'
import { wechat } from '../../../kit/stubs/taro'
import { alice, inDevelopment, openPage } from '../../../kit/pages/open-with-consent'

beforeEach(() => wechat.reset())
afterEach(() => void inDevelopment(true))

describe('consent that is withdrawn', () => {
  const withdraw = async (platform = fakePlatform()) => {
    const page = await openPage(platform, PrivacyPage)
    await page.tap('consent-withdraw')
    await page.tap('consent-withdraw-sure')
    await page.settled(() => page.network.answer(answered({ nickname: '', avatar: '' })))
    return page
  }

  // docs/wechat.md 6.3
  it('the withdrawal of consent closes what collects the same again, until the person agrees again', async () => {
    const platform = fakePlatform()
    await withdraw(platform)
    const page = await openPage(platform)
    expect(page.text('consent-missing')).toContain('你已撤回同意')
    expect(page.has('profile-nickname')).toBe(false)
    await page.tap('consent-agree')
    expect(page.has('profile-nickname')).toBe(true)
    expect((await openPage(platform)).has('profile-nickname')).toBe(true)
  })

  it('the withdrawal of consent closes the page, too, from which the person came to withdraw it', async () => {
    const platform = fakePlatform()
    const below = await openPage(platform)
    expect(below.has('profile-nickname')).toBe(true)
    await withdraw(platform)
    await below.settled(() => wechat.show())
    expect(below.text('consent-missing')).toContain('你已撤回同意')
    expect(below.has('profile-nickname')).toBe(false)
  })

  it('the withdrawal of consent is not followed by an offer to fill the profile in again', async () => {
    const nameless = { ...alice, nickname: '' }
    const platform = fakePlatform()
    expect((await openPage(platform, HomePage, nameless)).has('profile-offer')).toBe(true)
    await withdraw(platform)
    expect((await openPage(platform, HomePage, nameless)).has('profile-offer')).toBe(false)
  })

  it('the withdrawal of consent shows nothing to another person on the same phone', async () => {
    const platform = fakePlatform()
    await withdraw(platform)
    const page = await openPage(platform, ProfilePage, { ...alice, id: 8 })
    expect(page.has('consent-missing')).toBe(false)
  })

  it('the withdrawal of consent keeps the session, whose token the server may change with the number', async () => {
    const page = await withdraw()
    const rotated = { token: 'a-new-token', expires_in: 2_592_000 }
    await page.settled(() => page.network.answer(answered({ phone: null, ...rotated })))
    expect(page.has('consent-withdrawn')).toBe(true)
    await page.settled(() => void page.actions.refresh())
    expect(page.network.tokens().at(-1)).toBe('a-new-token')
    expect(page.session()).not.toHaveProperty(['user', 'token'])
  })

  it('the withdrawal of consent leaves a number that is the only sign-in method, and shows that it stays', async () => {
    const page = await withdraw()
    await page.settled(() => page.network.answer(refused(400)))
    expect(page.text('consent-withdrawn')).toContain('唯一的登录方式')
    expect(page.session()).toMatchObject({ user: { nickname: '', _phone: '13800001234' } })
  })

  it('the withdrawal of consent is said to have failed when the network was lost', async () => {
    const page = await openPage(fakePlatform(), PrivacyPage)
    await page.tap('consent-withdraw')
    await page.tap('consent-withdraw-sure')
    await page.settled(() => page.network.fail(new BaasError(CODE.networkDisconnected)))
    expect(page.text('consent-withdrawn')).toContain('网络')
    expect(page.session()).toMatchObject({ user: { nickname: 'Alice' } })
  })
})
