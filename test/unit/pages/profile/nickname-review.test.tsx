import { fakeClock } from '../../../kit/fake-clock'
import { fakePlatform } from '../../../kit/fake-platform'
import { wechat } from '../../../kit/stubs/taro'
import { openPage, submit } from '../../../kit/pages/open-profile'

beforeEach(() => wechat.reset())

describe('the review of a nickname', () => {
  const notRisky = { status: 200, body: { risky: false } }

  it('the profile page saves a name after WeChat and the server have looked at it', async () => {
    const page = await openPage()
    await page.type('profile-nickname', ' Alicia ')
    await page.wechatSays('profile-nickname', 'nicknamereview', { pass: true, timeout: false })
    await page.tap('profile-save')
    expect(page.network.requests.at(-1)?.body).toEqual({ content: 'Alicia' })
    await page.settled(() => page.network.answer(notRisky))
    expect(page.network.requests.at(-1)?.body).toEqual({ nickname: 'Alicia' })
    await page.settled(() => page.network.answer({ status: 200, body: { nickname: 'Alicia' } }))
    expect(page.text('profile-saved')).toBe('已保存')
  })

  // docs/wechat.md 2.2
  it('the profile page waits for the review, which comes after blur, and keeps a rejected name unsaved', async () => {
    const page = await openPage()
    const before = page.network.requests.length
    await submit(page, 'Alicia')
    await page.wechatSays('profile-nickname', 'nicknamereview', { pass: false, timeout: false })
    expect(page.text('profile-nickname-under')).toContain('微信审核')
    expect(page.network.requests.length).toBe(before)
  })

  it('the profile page says that WeChat rejected a name, not that it is missing, after WeChat emptied the field', async () => {
    const page = await openPage()
    await page.type('profile-nickname', 'Alicia')
    await page.type('profile-nickname', '')
    await page.wechatSays('profile-nickname', 'nicknamereview', { pass: false, timeout: false })
    await page.tap('profile-save')
    expect(page.text('profile-nickname-under')).toContain('微信审核')
  })

  it('the profile page lets the server judge when the review timed out or never came', async () => {
    const page = await openPage()
    await submit(page, 'Alicia')
    await page.wechatSays('profile-nickname', 'nicknamereview', { pass: false, timeout: true })
    await page.settled(() => page.network.answer({ status: 200, body: { risky: true } }))
    expect(page.text('profile-nickname-under')).toContain('内容审核')
  })

  // docs/wechat.md 2.2
  it('the profile page shows the rejection of a name that comes after it was saved', async () => {
    const clock = fakeClock()
    const page = await openPage(fakePlatform({ clock }))
    await submit(page, 'Alicia')
    await page.settled(() => clock.advance(1_500))
    await page.settled(() => page.network.answer(notRisky))
    await page.settled(() => page.network.answer({ status: 200, body: { nickname: 'Alicia' } }))
    expect(page.has('profile-saved')).toBe(true)
    await page.type('profile-nickname', '')
    await page.wechatSays('profile-nickname', 'nicknamereview', { pass: false, timeout: false })
    expect(page.has('profile-saved')).toBe(false)
    expect(page.text('profile-nickname-under')).toContain('微信审核')
  })

  // docs/wechat.md 2.2
  it('the profile page shows the rejection of a name that comes while it is being saved', async () => {
    const clock = fakeClock()
    const page = await openPage(fakePlatform({ clock }))
    await submit(page, 'Alicia')
    await page.settled(() => clock.advance(1_500))
    await page.settled(() => page.network.answer(notRisky))
    await page.wechatSays('profile-nickname', 'nicknamereview', { pass: false, timeout: false })
    await page.settled(() => page.network.answer({ status: 200, body: { nickname: 'Alicia' } }))
    expect(page.text('profile-nickname-under')).toContain('微信审核')
    expect(page.has('profile-saved')).toBe(false)
  })
})
