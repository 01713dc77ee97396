import { fakeClock } from '../../../kit/fake-clock'
import { fakePlatform } from '../../../kit/fake-platform'
import { wechat } from '../../../kit/stubs/taro'
import { openPage, submit } from '../../../kit/pages/open-profile'

beforeEach(() => wechat.reset())

describe('the review of a nickname', () => {
  const notRisky = { status: 200, body: { risky: false } }

  it('saves a name after WeChat and the server have looked at it', async () => {
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
  it('waits for the review, which comes after blur, and takes its no', async () => {
    const page = await openPage()
    const before = page.network.requests.length
    await submit(page, 'Alicia')
    await page.wechatSays('profile-nickname', 'nicknamereview', { pass: false, timeout: false })
    expect(page.text('profile-nickname-under')).toContain('微信审核')
    expect(page.network.requests.length).toBe(before)
  })

  it('says that WeChat rejected a name, not that it is missing, after WeChat emptied the field', async () => {
    const page = await openPage()
    await page.type('profile-nickname', 'Alicia')
    await page.type('profile-nickname', '')
    await page.wechatSays('profile-nickname', 'nicknamereview', { pass: false, timeout: false })
    await page.tap('profile-save')
    expect(page.text('profile-nickname-under')).toContain('微信审核')
  })

  it('lets the server judge when the review timed out or never came', async () => {
    const page = await openPage()
    await submit(page, 'Alicia')
    await page.wechatSays('profile-nickname', 'nicknamereview', { pass: false, timeout: true })
    await page.settled(() => page.network.answer({ status: 200, body: { risky: true } }))
    expect(page.text('profile-nickname-under')).toContain('内容审核')
  })

  // docs/wechat.md 2.2
  it('says so when the rejection comes after the name was saved', async () => {
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
  it('says so when the rejection comes while the name is being saved', async () => {
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
