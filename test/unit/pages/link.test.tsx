import { BaasError } from '../../../src/baas/errors'
import LinkPage from '../../../src/pages/member/link/index'
import { granted, refused } from '../../kit/fake-backend'
import { fakePlatform } from '../../kit/fake-platform'
import { renderPage } from '../../kit/render-page'
import { wechat } from '../../kit/stubs/taro'

const webUser = { id: 7, nickname: 'Alice', avatar: '', openid: null }
const linked = { status: 200, body: { status: 'ok', openid: 'openid-of-alice', user_id: 7 } }
const unknownHere = {
  status: 404,
  body: { error_msg: 'not found', link_ticket: 'a-ticket', link_ticket_expires_in: 600 },
}

const openUnlinked = async (platform = fakePlatform()) => {
  const page = renderPage(LinkPage, { platform })
  await page.settled(() => void page.auth.launch())
  await page.settled(() => page.network.answer(unknownHere))
  return page
}

type Page = Awaited<ReturnType<typeof openUnlinked>>

const submit = async (page: Page, way: 'sign-in' | 'register' = 'sign-in') => {
  await page.tap(`link-${way}`)
  await page.type('link-username', 'alice@example.com')
  await page.type('link-password', 'correct horse')
  await page.tap('link-submit')
}

const answer = (page: Page, response: Parameters<Page['network']['answer']>[0]) =>
  page.settled(() => page.network.answer(response))

const last = (page: Page) => page.network.requests.at(-1)

beforeEach(() => wechat.reset())

describe('registering in the link flow', () => {
  it.each([
    ['password_too_common', '容易被猜到'],
    ['password_has_your_name', '你的名字'],
    ['name_taken', '已被其他账号使用'],
    [undefined, '已经有人用了'],
  ])('is refused in words of its own: %s', async (code, sentence) => {
    const page = await openUnlinked()
    await submit(page, 'register')
    await answer(page, refused(400, 'no', code === undefined ? {} : { error_code: code }))
    expect(page.text('link-failure')).toContain(sentence)
    expect(page.byId('link-password')).toHaveProperty('value', 'correct horse')
  })
})

describe('linking an account that exists', () => {
  it('proves it, spends the ticket, and is done', async () => {
    const page = await openUnlinked()
    await submit(page)
    expect(last(page)).toMatchObject({
      url: expect.stringContaining('/login/email/'),
      body: { email: 'alice@example.com', password: 'correct horse' },
    })
    await answer(page, granted(webUser))
    expect(last(page)?.body).toMatchObject({ link_ticket: 'a-ticket' })
    await answer(page, linked)
    expect(page.has('link-done')).toBe(true)
    expect(page.session()).toMatchObject({ tag: 'member', user: { openid: 'openid-of-alice' } })
  })

  it('says when the password is wrong, and keeps what was typed', async () => {
    const page = await openUnlinked()
    await submit(page)
    await answer(page, refused(400))
    expect(page.text('link-failure')).toBe('账号或密码不对。')
    expect(page.byId('link-username')).toHaveProperty('value', 'alice@example.com')
    expect(page.byId('link-password')).toHaveProperty('value', 'correct horse')
  })

  it('takes a second tap for none', async () => {
    const page = await openUnlinked()
    await submit(page)
    const sent = page.network.requests.length
    await page.tap('link-submit')
    expect(page.network.requests.length).toBe(sent)
  })

  it('blames no conflict on a code that WeChat would not take', async () => {
    const page = await openUnlinked()
    await submit(page)
    await answer(page, granted(webUser))
    await answer(page, refused(400, 'spent', { error_code: 'link_ticket_spent' }))
    await answer(page, refused(400, 'too old', { error_code: 'wechat_code_invalid' }))
    expect(page.has('link-conflict')).toBe(false)
    await page.tap('link-finish')
    await answer(page, linked)
    expect(page.has('link-done')).toBe(true)
  })

  it('gets a fresh code when the ticket has expired, without asking for anything again', async () => {
    const page = await openUnlinked()
    await submit(page)
    await answer(page, granted(webUser))
    await answer(page, refused(400, 'spent', { error_code: 'link_ticket_spent' }))
    expect(last(page)?.body).toMatchObject({ code: expect.stringMatching(/^code-/) })
    await answer(page, linked)
    expect(page.has('link-done')).toBe(true)
  })

  it('checks the fields before it sends anything', async () => {
    const page = await openUnlinked()
    await page.tap('link-sign-in')
    const sent = page.network.requests.length
    await page.tap('link-submit')
    expect(page.text('link-username-under')).toContain('请填写')
    expect(page.text('link-password-under')).toContain('请填写')
    expect(page.network.requests.length).toBe(sent)
  })
})

describe('a conflict', () => {
  it('says that this WeChat opens another account, and lets it', async () => {
    const page = await openUnlinked()
    await submit(page)
    await answer(page, granted(webUser))
    await answer(page, refused(400))
    await answer(page, refused(400))
    expect(page.text('link-conflict')).toContain('这个微信已经关联了另一个账号')
    await page.tap('link-continue')
    await answer(page, granted({ ...webUser, id: 8, openid: 'openid-of-alice' }))
    expect(page.has('link-done')).toBe(true)
  })

  it('says that the account has another WeChat, and offers to take another account', async () => {
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

  it('says that this WeChat has an account from elsewhere, without another request, and lets it', async () => {
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

  it('is on screen when it kept the launch from signing in, with a password as the way on', async () => {
    const page = renderPage(LinkPage)
    await page.settled(() => void page.auth.launch())
    await answer(page, clash)
    expect(page.text('link-conflict')).toContain('无法确定这个微信对应哪个账号')
    expect(page.has('link-continue')).toBe(false)
    expect(page.text('link-other')).toBe('登录已有账号')
    await page.tap('link-other')
    expect(page.has('link-submit')).toBe(true)
  })

  it('is told in English, too, when it first comes up on continuing with WeChat', async () => {
    const page = renderPage(LinkPage, { language: 'en' })
    await page.settled(() => void page.auth.launch())
    await answer(page, unknownHere)
    await page.tap('link-continue')
    await answer(page, clash)
    expect(page.text('link-conflict')).toContain('It is unclear which account this WeChat opens')
  })
})

describe('registering a new account', () => {
  it('registers and links it', async () => {
    const page = await openUnlinked()
    await submit(page, 'register')
    expect(last(page)?.url).toContain('/register/email/')
    await answer(page, granted(webUser))
    await answer(page, linked)
    expect(page.has('link-done')).toBe(true)
  })

  // docs/wechat.md 6.2
  it('has terms and privacy guide one tap away, before anything is sent', async () => {
    const page = await openUnlinked()
    await page.tap('link-register')
    await page.tap('link-terms')
    await page.tap('link-privacy')
    expect(wechat.calls('navigateTo')).toEqual([
      { url: '/pages/legal/terms/index' },
      { url: '/pages/legal/privacy/index' },
    ])
  })

  it('says when the name is taken', async () => {
    const page = await openUnlinked()
    await submit(page, 'register')
    await answer(page, refused(400))
    expect(page.text('link-failure')).toContain('已经有人用了')
  })
})

describe('an interruption', () => {
  it('in the network leaves the last step to be tried again', async () => {
    const page = await openUnlinked()
    await submit(page)
    await answer(page, granted(webUser))
    await page.settled(() => page.network.fail(new BaasError(600)))
    expect(page.text('link-failure')).toContain('网络')
    await page.tap('link-finish')
    await answer(page, linked)
    expect(page.has('link-done')).toBe(true)
  })

  it('by a killed app is picked up where it was', async () => {
    const platform = fakePlatform()
    const page = await openUnlinked(platform)
    await submit(page)
    await answer(page, granted(webUser))
    await page.settled(() => page.network.fail(new BaasError(601)))
    page.unmount()

    const again = renderPage(LinkPage, { ...page, platform })
    expect(again.has('link-halfway')).toBe(true)
    await again.tap('link-finish')
    await answer(again, linked)
    expect(again.has('link-done')).toBe(true)
  })
})

describe('the other ways on', () => {
  it('opens an account with WeChat only', async () => {
    const page = await openUnlinked()
    await page.tap('link-continue')
    await answer(page, granted({ ...webUser, openid: 'openid-of-alice' }))
    expect(page.has('link-done')).toBe(true)
  })

  it('says why that did not work, and can be tried again', async () => {
    const page = await openUnlinked()
    await page.tap('link-continue')
    await answer(page, refused(503))
    expect(page.text('link-failure')).toContain('服务器')
    expect(page.byId('link-continue').className).toContain('button-ready')
  })

  // docs/wechat.md 9.3
  it('goes back to where it came from on "not now", and only to a page of ours', async () => {
    wechat.answer('params', { redirect: encodeURIComponent('https://evil.example/') })
    const page = await openUnlinked()
    await page.tap('link-later')
    expect(wechat.calls('switchTab')).toEqual([{ url: '/pages/home/index' }])
  })

  it('leads back to the page that asked', async () => {
    wechat.answer('params', { redirect: encodeURIComponent('/pages/me/index') })
    const page = await openUnlinked()
    await page.tap('link-later')
    expect(wechat.calls('switchTab')).toEqual([{ url: '/pages/me/index' }])
  })
})
