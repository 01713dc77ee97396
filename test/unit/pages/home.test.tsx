import { BaasError } from '../../../src/baas/errors'
import { TAB_NAMES } from '../../../src/features/navigation/routes'
import { tabTexts } from '../../../src/i18n/tabs'
import HomePage from '../../../src/pages/home/index'
import { alice, granted, refused } from '../../kit/fake-backend'
import { makeAuth } from '../../kit/make-auth'
import { fakePlatform } from '../../kit/fake-platform'
import { renderPage } from '../../kit/render-page'
import { wechat } from '../../kit/stubs/taro'

const launchedWith = async (
  answer: (page: ReturnType<typeof renderPage>) => void,
  given: Parameters<typeof renderPage>[1] = {},
) => {
  const page = renderPage(HomePage, given)
  await page.settled(() => void page.auth.launch())
  await page.settled(() => answer(page))
  return page
}

const member = (page: ReturnType<typeof renderPage>) => page.network.answer(granted())
const unlinked = (page: ReturnType<typeof renderPage>) => page.network.answer(refused(404))

describe('the home page', () => {
  beforeEach(() => wechat.reset())

  it('the home page is there before the launch login has an outcome', () => {
    const page = renderPage(HomePage)
    expect(page.text('session-state')).toBe('正在启动…')
    expect(page.has('home-notes')).toBe(true)
  })

  it('the home page shows who is signed in', async () => {
    const page = await launchedWith(member)
    expect(page.text('session-state')).toBe('已登录')
    expect(page.text('session-user-id')).toBe('22051668672901')
    expect(page.text('session-name')).toBe('Alice')
  })

  it('the home page of a browser says of a session that ran out that it did', async () => {
    const page = await launchedWith(() => undefined, makeAuth({ launchCredentials: undefined }))
    await page.settled(() => void page.actions.signIn({ username: 'alice' }, 'a sentence'))
    await page.settled(() => page.network.answer(granted({ ...alice, openid: null })))
    await page.settled(() => void page.actions.refresh())
    const expired = refused(401, 'no', { error_code: 'session_expired' })
    await page.settled(() => page.network.answer(expired))
    expect(page.text('guest-reason')).toContain('登录已失效')
  })

  it('the home page lets an unlinked person continue with WeChat, or link an account', async () => {
    const page = await launchedWith(unlinked)
    expect(page.text('session-state')).toBe('尚未关联账号')
    await page.tap('link-open')
    expect(wechat.calls('navigateTo')).toEqual([{ url: '/pages/member/link/index' }])
    await page.tap('link-continue')
    await page.settled(() => page.network.answer(granted()))
    expect(page.text('session-state')).toBe('已登录')
  })

  it('the home page says why a tap on it failed, and nothing of what failed on another page', async () => {
    const page = await launchedWith(unlinked)
    await page.tap('link-continue')
    await page.settled(() => page.network.fail(new BaasError(600)))
    expect(page.text('continue-failure')).toContain('网络')
    await page.settled(() => void page.actions.signIn({ username: 'alice' }, 'wrong'))
    await page.settled(() => page.network.answer(refused(400)))
    expect(page.auth.view.getState().failure?.kind).toBe('denied')
    expect(page.has('link-continue')).toBe(true)
    expect(page.has('continue-failure')).toBe(false)
  })

  it('the home page starts one sign-in for two taps', async () => {
    const page = await launchedWith(unlinked)
    const before = page.network.requests.length
    await page.tap('link-continue')
    expect(page.has('link-continue')).toBe(false)
    expect(page.network.requests.length).toBe(before + 1)
  })

  it('the home page leads a guest whose two ids lead to two accounts to where it says what to do', async () => {
    const page = await launchedWith(({ network }) =>
      network.answer(refused(400, 'Two accounts (openid o, unionid u).')),
    )
    expect(page.has('session-retry')).toBe(false)
    await page.tap('link-open')
    expect(wechat.calls('navigateTo')).toEqual([{ url: '/pages/member/link/index' }])
  })

  it.each([
    ['zh-CN', '这个账号已被停用，如有疑问请联系客服。'],
    ['en', 'This account has been blocked. Please contact support.'],
  ] as const)(
    'the home page shows the owner of a blocked account that it is blocked, in %s',
    async (language, sentence) => {
      const blocked = refused(403, 'no', { error_code: 'account_blocked' })
      await launchedWith(({ network }) => network.answer(blocked), { language })
      expect(document.body.textContent).toContain(sentence)
    },
  )

  it('the home page offers a guest a retry that works', async () => {
    const page = await launchedWith(({ network }) => network.fail(new BaasError(600)))
    expect(page.text('session-state')).toBe('访客')
    await page.tap('session-retry')
    await page.settled(() => page.network.answer(granted()))
    expect(page.text('session-state')).toBe('已登录')
  })

  it('the home page leads a guest of the browser build to its sign-in page', async () => {
    const auth = makeAuth({ launchCredentials: undefined })
    const page = renderPage(HomePage, { ...auth, platform: fakePlatform({ client: 'WEB' }) })
    await page.settled(() => void page.auth.launch())
    await page.tap('session-retry')
    expect(wechat.calls('navigateTo')).toEqual([
      { url: expect.stringContaining('redirect=%2Fpages%2Fhome%2Findex') },
    ])
  })

  it('the home page offers to finish a link that a killed app left half done', async () => {
    const user = { id: 7, nickname: 'Bob', avatar: '', openid: null }
    const page = await launchedWith(({ network }) => network.answer(granted(user)))
    await page.tap('link-resume')
    expect(wechat.calls('navigateTo')).toEqual([{ url: '/pages/member/link/index' }])
  })

  it('the home page has a share card that leads back to it', () => {
    renderPage(HomePage, { language: 'en' })
    expect(wechat.share()).toEqual({ title: expect.any(String), path: '/pages/home/index' })
  })

  it('the home page speaks English to those who do not read Chinese, tab bar included', () => {
    const page = renderPage(HomePage, { language: 'en' })
    expect(page.text('session-state')).toBe('Starting…')
    const titles = TAB_NAMES.map((name, index) => ({ index, text: tabTexts.en[name] }))
    expect(wechat.calls('setTabBarItem')).toEqual(titles)
    expect(titles).toEqual(expect.arrayContaining([{ index: expect.any(Number), text: 'Home' }]))
  })
})
