import { BaasError, CODE } from '../../../src/baas/errors'
import ResetPage from '../../../src/pages/web/reset/index'
import VerifyPage from '../../../src/pages/web/verify/index'
import { answered, granted, refused } from '../../kit/fake-backend'
import { fakePlatform } from '../../kit/fake-platform'
import { makeAuth } from '../../kit/make-auth'
import { renderPage } from '../../kit/render-page'
import { wechat } from '../../kit/stubs/taro'

const openLink = async (Page: Parameters<typeof renderPage>[0], language = 'zh_CN') => {
  wechat.answer('params', { token: 'of-an-email' })
  const page = renderPage(Page, {
    ...makeAuth({ launchCredentials: undefined }),
    platform: fakePlatform({ client: 'WEB' }),
    language,
  })
  await page.settled(() => void page.auth.launch())
  return page
}
type Page = Awaited<ReturnType<typeof openLink>>
const answer = (page: Page, response: Parameters<Page['network']['answer']>[0]) =>
  page.settled(() => page.network.answer(response))
const loseNetwork = (page: Page) =>
  page.settled(() => page.network.fail(new BaasError(CODE.networkDisconnected)))

const member = {
  id: 7,
  nickname: '',
  avatar: '',
  _phone: null,
  _email: 'a@b.cn',
  _email_verified: false,
}
const signIn = async (page: Page) => {
  await page.settled(() => void page.actions.signIn({ username: 'alice' }, 'a sentence'))
  await answer(page, granted(member))
}

beforeEach(() => wechat.reset())

describe('the mailed link that sets a new password', () => {
  const save = async (page: Page, password = 'a good sentence') => {
    await page.type('new-password', password)
    await page.tap('new-password-save')
  }

  it('the page for a new password sends token and password once, and leads to the sign-in', async () => {
    const page = await openLink(ResetPage)
    expect(document.body.textContent).toContain('保存后，所有设备都要')
    await save(page)
    await page.tap('new-password-save')
    expect(page.network.requests).toHaveLength(1)
    expect(page.network.requests[0]).toMatchObject({
      url: 'https://baas.invalid/ext/v1/email/reset/',
      body: { token: 'of-an-email', password: 'a good sentence' },
    })
    await answer(page, answered({ status: 'ok' }))
    expect(page.text('new-password-done')).toContain('新密码已保存')
    expect(page.text('new-password-done')).not.toContain('微信')
    expect(document.body.textContent).not.toContain('保存后，所有设备都要')
    await page.tap('new-password-sign-in')
    expect(wechat.calls('redirectTo')).toEqual([{ url: '/pages/web/sign-in/index' }])
  })

  it('the page for a new password shows the rule for passwords before and after, and sends no password that breaks it', async () => {
    const page = await openLink(ResetPage)
    expect(page.text('new-password-under')).toContain('至少 8')
    await save(page, 'short')
    expect(page.text('new-password-under')).toBe('密码至少 8 个字符。')
    expect(page.network.requests).toHaveLength(0)
  })

  it('the page for a new password keeps the form when the password is too common', async () => {
    const page = await openLink(ResetPage)
    await save(page, 'password123')
    await answer(page, refused(400, 'no', { error_code: 'password_too_common' }))
    expect(page.text('new-password-failure')).toContain('容易被猜到')
    await save(page)
    await answer(page, answered())
    expect(page.has('new-password-done')).toBe(true)
  })

  it('the page for a new password offers another e-mail when its link is used or expired', async () => {
    const page = await openLink(ResetPage)
    await save(page)
    await answer(page, refused(404))
    expect(page.text('new-password-dead')).toContain('已用过或已过期')
    await page.tap('new-password-again')
    expect(page.has('reset-email')).toBe(true)
  })

  it('the page for a new password says what ended with the old password, and how to link WeChat again', async () => {
    const page = await openLink(ResetPage)
    await save(page)
    const ended = { sessions: 3, wechat: true, phone: true }
    await answer(page, answered({ status: 'ok', ended }))
    expect(page.text('new-password-done')).toContain('微信已解除关联')
    expect(page.text('new-password-done')).toContain('手机号需要重新验证')
  })

  it('the page for a new password can be tried again after the network was lost', async () => {
    const page = await openLink(ResetPage)
    await save(page)
    await loseNetwork(page)
    expect(page.text('new-password-failure')).toContain('网络不通')
    await page.tap('new-password-save')
    await answer(page, answered())
    expect(page.has('new-password-done')).toBe(true)
  })
})

describe('the page that the e-mail with a code leads to', () => {
  const submit = async (page: Page, code = 'abcd-2345') => {
    await page.type('email-code', code)
    await page.tap('email-code-submit')
  }

  it('the page for a mailed code asks a guest to sign in first: the code counts only there', async () => {
    const page = await openLink(VerifyPage)
    expect(page.network.requests).toHaveLength(0)
    expect(page.has('email-code')).toBe(false)
    await signIn(page)
    expect(page.has('email-code')).toBe(true)
  })

  it('the page for a mailed code sends the code in the session and takes the new token of the answer', async () => {
    const page = await openLink(VerifyPage)
    await signIn(page)
    await submit(page)
    expect(page.network.requests.at(-1)).toMatchObject({
      url: 'https://baas.invalid/ext/v1/account/email/verify/',
      body: { code: 'abcd-2345' },
    })
    const verified = { ...member, _email_verified: true }
    await answer(page, answered({ ...verified, token: 'rotated', expires_in: 3_600 }))
    expect(page.text('verify-done')).toBe('a@b.cn\n邮箱已验证。')
    // There is nothing left to enter.
    expect(page.container.textContent).not.toContain('验证码')
    await page.settled(() => void page.auth.request({ method: 'GET', path: '/x/', as: 'member' }))
    expect(page.network.tokens().at(-1)).toBe('rotated')
  })

  it('the page for a mailed code says that a code is wrong and keeps it in the field', async () => {
    const page = await openLink(VerifyPage, 'en')
    await signIn(page)
    await submit(page)
    await answer(page, refused(400))
    expect(page.text('email-code-failure')).toContain('wrong or expired')
    expect(page.has('email-code')).toBe(true)
  })

  it('the page for a mailed code points to the link of the e-mail where the backend has no codes', async () => {
    const page = await openLink(VerifyPage, 'en')
    await signIn(page)
    await submit(page)
    await answer(page, refused(404))
    expect(page.text('email-code-failure')).toContain('open the link')
    await page.tap('verify-refresh')
    await answer(page, answered({ ...member, _email_verified: true }))
    expect(page.has('verify-done')).toBe(true)
  })

  it('the page for a mailed code can be tried again after the network was lost', async () => {
    const page = await openLink(VerifyPage)
    await signIn(page)
    await submit(page)
    await loseNetwork(page)
    expect(page.text('email-code-failure')).toContain('网络不通')
    await page.tap('email-code-submit')
    await answer(page, answered({ ...member, _email_verified: true }))
    expect(page.has('verify-done')).toBe(true)
  })
})
