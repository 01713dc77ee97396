import EmailPage from '../../../../src/pages/member/account/email/index'
import PasswordPage from '../../../../src/pages/member/account/password/index'
import { refused } from '../../../kit/fake-backend'
import { wechat } from '../../../kit/stubs/taro'
import { answer, last, ok, openPage } from '../../../kit/pages/open-account'

beforeEach(() => wechat.reset())

describe('the e-mail address', () => {
  it('is set and has a letter sent to it', async () => {
    const page = await openPage(EmailPage)
    await page.type('email', 'alice@example.com')
    await page.tap('email-save')
    await answer(page, ok({ email: 'alice@example.com', email_verified: false }), ok())
    expect(last(page)?.url).toContain('/email-verify/')
    expect(page.text('email-said')).toContain('验证邮件已发送')
  })

  it('says whose it is when another account has verified it', async () => {
    const page = await openPage(EmailPage)
    await page.type('email', 'bob@example.com')
    await page.tap('email-save')
    await answer(page, refused(400, 'no', { error_code: 'email_of_another' }))
    expect(page.text('email-said')).toContain('另一个账号已经验证')
  })

  it('is not sent when it is none', async () => {
    const page = await openPage(EmailPage)
    const sent = page.network.requests.length
    await page.type('email', 'alice')
    await page.tap('email-save')
    expect(page.text('email-under')).toContain('有效的邮箱')
    expect(page.network.requests.length).toBe(sent)
  })
})

describe('the password', () => {
  it('goes with the one until now', async () => {
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
  ])('is refused with a sentence of its own: %s', async (code, sentence) => {
    const page = await openPage(PasswordPage)
    await page.type('password-old', 'an old sentence')
    await page.type('password-new', 'password1')
    await page.tap('password-save')
    await answer(page, refused(400, 'no', { error_code: code }))
    expect(page.text('password-said')).toContain(sentence)
  })

  it('is held to the rules before it is sent, and can be looked at', async () => {
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
