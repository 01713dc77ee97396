import EmailPage from '../../../../src/pages/member/account/email/index'
import { wechat } from '../../../kit/stubs/taro'
import { alice, answer, ok, openPage } from '../../../kit/pages/open-account'

beforeEach(() => wechat.reset())

describe('what is said of an e-mail address', () => {
  it.each(['email-code-submit', 'verify-refresh'])(
    'an e-mail address that has become verified is said to be, in place of the form for its code: %s',
    async (button) => {
      const claimed = { ...alice, _email: 'a@b.cn', _email_verified: false }
      const page = await openPage(EmailPage, claimed)
      await page.type('email-code', 'ABCD-2345')
      await page.tap(button)
      await answer(page, ok({ ...claimed, _email_verified: true }))
      expect(page.has('email-code')).toBe(false)
      expect(page.text('email-verified')).toBe('已验证')
    },
  )

  it('an e-mail address that was verified before is not said to have become so', async () => {
    const page = await openPage(EmailPage, { ...alice, _email: 'a@b.cn', _email_verified: true })
    expect(page.has('email-verified')).toBe(false)
  })

  it('an e-mail address that was saved is not said to be once more when its page comes back', async () => {
    const page = await openPage(EmailPage, { ...alice, _email: 'a@b.cn', _email_verified: true })
    await page.type('email', 'A@b.cn')
    await page.tap('email-save')
    await page.settled(() => wechat.hide())
    await page.settled(() => wechat.show())
    expect(page.has('email-said')).toBe(false)
    await page.tap('email-save')
    expect(page.text('email-said')).toBe('已保存')
  })
})
