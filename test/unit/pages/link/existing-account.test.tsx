import { granted, refused } from '../../../kit/fake-backend'
import { wechat } from '../../../kit/stubs/taro'
import { answer, last, linked, openUnlinked, submit, webUser } from '../../../kit/pages/open-link'

beforeEach(() => wechat.reset())

describe('linking an account that exists', () => {
  it('linking an account proves it, consumes the ticket, and is done', async () => {
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

  it('linking an account says when the password is wrong, and keeps what was typed', async () => {
    const page = await openUnlinked()
    await submit(page)
    await answer(page, refused(400))
    expect(page.text('link-failure')).toBe('账号或密码不对。')
    expect(page.byId('link-username')).toHaveProperty('value', 'alice@example.com')
    expect(page.byId('link-password')).toHaveProperty('value', 'correct horse')
  })

  it('linking an account ignores a second tap', async () => {
    const page = await openUnlinked()
    await submit(page)
    const sent = page.network.requests.length
    await page.tap('link-submit')
    expect(page.network.requests.length).toBe(sent)
  })

  it('linking an account blames no conflict on a code that WeChat would not take', async () => {
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

  it('linking an account gets a fresh code when the ticket has expired, without asking for anything again', async () => {
    const page = await openUnlinked()
    await submit(page)
    await answer(page, granted(webUser))
    await answer(page, refused(400, 'spent', { error_code: 'link_ticket_spent' }))
    expect(last(page)?.body).toMatchObject({ code: expect.stringMatching(/^code-/) })
    await answer(page, linked)
    expect(page.has('link-done')).toBe(true)
  })

  it('linking an account checks the fields before it sends anything', async () => {
    const page = await openUnlinked()
    await page.tap('link-sign-in')
    const sent = page.network.requests.length
    await page.tap('link-submit')
    expect(page.text('link-username-under')).toContain('请填写')
    expect(page.text('link-password-under')).toContain('请填写')
    expect(page.network.requests.length).toBe(sent)
  })
})
