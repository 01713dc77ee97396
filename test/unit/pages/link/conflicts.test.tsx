import LinkPage from '../../../../src/pages/member/link/index'
import { granted, refused } from '../../../kit/fake-backend'
import { renderPage } from '../../../kit/render-page'
import { wechat } from '../../../kit/stubs/taro'
import { answer, openUnlinked, submit, unknownHere, webUser } from '../../../kit/pages/open-link'

beforeEach(() => wechat.reset())

describe('a conflict', () => {
  it('a conflict in the link flow says that this WeChat opens another account, and opens that one on request', async () => {
    const page = await openUnlinked()
    await submit(page)
    await answer(page, granted(webUser))
    await answer(page, refused(400))
    await answer(page, refused(400))
    expect(page.text('link-conflict')).toContain('这个微信已经关联了另一个账号')
    await page.tap('link-continue')
    await answer(page, granted({ ...webUser, id: 8, openid: 'openid-of-alice' }))
    // It was linked before, and is signed in elsewhere as it was.
    expect(page.text('link-done')).not.toContain('其他设备')
  })

  it('a conflict in the link flow says that the account has another WeChat, and offers to take another account', async () => {
    const page = await openUnlinked()
    await submit(page)
    await answer(page, granted({ ...webUser, openid: 'openid-of-bob' }))
    await answer(page, refused(400))
    expect(page.text('link-conflict')).toContain('关联了另一个微信')
    await page.tap('link-other')
    expect(page.session()).toMatchObject({ tag: 'guest', reason: 'signedOut' })
    expect(page.has('link-submit')).toBe(true)
  })
})

describe('a conflict of openid and unionid', () => {
  const clash = refused(400, 'The unionid belongs to another account (openid o, unionid u).')

  it('a conflict of openid and unionid says that this WeChat has an account from elsewhere, without another request, and opens that one', async () => {
    const page = await openUnlinked()
    await submit(page)
    await answer(page, granted(webUser))
    const sent = page.network.requests.length
    await answer(page, clash)
    expect(page.text('link-conflict')).toContain('可能是在我们的其他小程序里注册的')
    expect(page.network.requests.length).toBe(sent)
    await page.tap('link-continue')
    await answer(page, granted({ ...webUser, id: 8, openid: 'openid-of-alice' }))
    expect(page.has('link-done')).toBe(true)
  })

  it('a conflict of openid and unionid is on screen when it kept the launch from signing in, with a password as the way on', async () => {
    const page = renderPage(LinkPage)
    await page.settled(() => void page.auth.launch())
    await answer(page, clash)
    expect(page.text('link-conflict')).toContain('无法确定这个微信对应哪个账号')
    expect(page.has('link-continue')).toBe(false)
    expect(page.text('link-other')).toBe('登录已有账号')
    await page.tap('link-other')
    expect(page.has('link-submit')).toBe(true)
  })

  it('a conflict of openid and unionid is shown in English, too, when it first comes up on continuing with WeChat', async () => {
    const page = renderPage(LinkPage, { language: 'en' })
    await page.settled(() => void page.auth.launch())
    await answer(page, unknownHere)
    await page.tap('link-continue')
    await answer(page, clash)
    expect(page.text('link-conflict')).toContain('It is unclear which account this WeChat opens')
  })
})
