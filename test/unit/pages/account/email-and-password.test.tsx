import { BaasError, CODE } from '../../../../src/baas/errors'
import EmailPage from '../../../../src/pages/member/account/email/index'
import PasswordPage from '../../../../src/pages/member/account/password/index'
import { refused } from '../../../kit/fake-backend'
import { wechat } from '../../../kit/stubs/taro'
import { alice, answer, last, ok, openPage } from '../../../kit/pages/open-account'

beforeEach(() => wechat.reset())

describe('the e-mail address', () => {
  it('an e-mail address is set and has an e-mail sent to it', async () => {
    const page = await openPage(EmailPage)
    await page.type('email', 'alice@example.com')
    await page.tap('email-save')
    await answer(page, ok({ email: 'alice@example.com', email_verified: false }), ok())
    expect(last(page)?.url).toContain('/email-verify/')
    expect(page.text('email-said')).toContain('验证邮件已发送')
  })

  it('an e-mail address that is saved as it was, and is verified, has no e-mail sent to it and no device signed out', async () => {
    const page = await openPage(EmailPage, { ...alice, _email: 'a@b.cn', _email_verified: true })
    const sent = page.network.requests.length
    await page.type('email', 'A@b.cn')
    await page.tap('email-save')
    expect(page.network.requests).toHaveLength(sent)
    expect(page.text('email-said')).toBe('已保存')
  })

  it('an e-mail address that is saved as it was, and is not verified, has another e-mail sent to it, and no device is said to be signed out', async () => {
    const page = await openPage(EmailPage, { ...alice, _email: 'a@b.cn', _email_verified: false })
    const sent = page.network.requests.length
    await page.type('email', 'A@b.cn')
    await page.tap('email-save')
    expect(page.network.requests.slice(sent)).toMatchObject([
      { url: expect.stringContaining('/email-verify/') },
    ])
    await answer(page, ok())
    expect(page.text('email-said')).toBe('验证邮件已发送')
  })

  it('an e-mail address that another account has verified is said to be of another account', async () => {
    const page = await openPage(EmailPage)
    await page.type('email', 'bob@example.com')
    await page.tap('email-save')
    await answer(page, refused(400, 'no', { error_code: 'email_of_another' }))
    expect(page.text('email-said')).toContain('另一个账号已经验证')
  })

  it('an e-mail address is sent as it is meant, whatever keyboard typed it', async () => {
    const page = await openPage(EmailPage)
    await page.type('email', ' alice＠example.com\u200b')
    await page.tap('email-save')
    expect(last(page)?.body).toEqual({ email: 'alice@example.com' })
  })

  it('the code of an e-mail is asked for when none was typed, and another look that fails is said to have', async () => {
    const page = await openPage(EmailPage, { ...alice, _email: 'a@b.cn', _email_verified: false })
    const sent = page.network.requests.length
    await page.tap('email-code-submit')
    expect(page.text('email-code-failure')).toContain('验证码')
    expect(page.network.requests.length).toBe(sent)
    await page.tap('verify-refresh')
    await page.settled(() => page.network.fail(new BaasError(CODE.networkDisconnected)))
    expect(page.text('verify-refresh-failure')).toContain('网络')
  })

  it('a malformed e-mail address is not sent', async () => {
    const page = await openPage(EmailPage)
    const sent = page.network.requests.length
    await page.type('email', 'alice')
    await page.tap('email-save')
    expect(page.text('email-under')).toContain('有效的邮箱')
    expect(page.network.requests.length).toBe(sent)
  })
})

describe('the password', () => {
  it('a new password is sent with the one until now', async () => {
    const page = await openPage(PasswordPage)
    await page.type('password-old', 'an old sentence')
    await page.type('password-new', 'a new sentence')
    await page.tap('password-save')
    expect(last(page)?.body).toEqual({
      password: 'an old sentence',
      new_password: 'a new sentence',
    })
    await answer(page, refused(400))
    expect(page.text('password-said')).toContain('当前密码不对')
  })

  it.each([
    ['password_wrong', '当前密码不对。'],
    ['password_too_common', '容易被猜到'],
    ['password_has_your_name', '你的名字'],
  ])('a new password is refused with a sentence of its own: %s', async (code, sentence) => {
    const page = await openPage(PasswordPage)
    await page.type('password-old', 'an old sentence')
    await page.type('password-new', 'password1')
    await page.tap('password-save')
    await answer(page, refused(400, 'no', { error_code: code }))
    expect(page.text('password-said')).toContain(sentence)
  })

  it('a new password is held to the rules before it is sent, and can be looked at', async () => {
    const page = await openPage(PasswordPage)
    const sent = page.network.requests.length
    expect(page.byId('password-new')).toHaveProperty('type', 'password')
    await page.tap('password-new-show')
    expect(page.byId('password-new')).toHaveProperty('type', 'text')
    await page.type('password-new', 'short')
    await page.tap('password-save')
    expect(page.text('password-new-under')).toContain('至少 8')
    expect(page.network.requests.length).toBe(sent)
  })
})
