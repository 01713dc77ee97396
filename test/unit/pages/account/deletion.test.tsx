import DeletionPage from '../../../../src/pages/member/account/deletion/index'
import { refused } from '../../../kit/fake-backend'
import { wechat } from '../../../kit/stubs/taro'
import { alice, answer, last, ok, openPage, required } from '../../../kit/pages/open-account'

beforeEach(() => wechat.reset())

describe('the deletion', () => {
  it('the deletion of an account takes the answer to a question, and ends every session here', async () => {
    const page = await openPage(DeletionPage)
    const sent = page.network.requests.length
    await page.tap('deletion-confirm')
    await page.tap('deletion-confirm')
    expect(page.network.requests.length).toBe(sent)
    expect(page.text('deletion-question')).toContain('无法恢复')
    await page.tap('deletion-sure')
    expect(last(page)).toMatchObject({ url: expect.stringContaining('/account/delete/'), body: {} })
    await answer(page, ok())
    expect(page.has('deletion-done')).toBe(true)
    expect(page.session().tag).toBe('guest')
  })

  it('the deletion of an account takes a fresh code of WeChat where the sign-in is not of just now, and asks nothing', async () => {
    const page = await openPage(DeletionPage)
    await page.tap('deletion-confirm')
    await page.tap('deletion-sure')
    await answer(page, required)
    expect(last(page)?.body).toEqual({ code: expect.stringMatching(/^code-/) })
    await answer(page, ok({ reauthentication: 'proven', expires_in: 600 }))
    expect(last(page)?.headers['X-Reauthentication']).toBe('proven')
    await answer(page, ok())
    expect(page.has('deletion-done')).toBe(true)
  })

  it('the deletion of an account asks for the password of an account without WeChat, and deletes nothing without it', async () => {
    const page = await openPage(DeletionPage, { ...alice, openid: null, _username: 'alice' })
    await page.tap('deletion-confirm')
    await page.tap('deletion-sure')
    await answer(page, required)
    await page.type('reauthentication-credential', 'a wrong one')
    await page.tap('reauthentication-submit')
    expect(last(page)?.body).toEqual({ password: 'a wrong one' })
    await answer(page, refused(403, 'no', { error_code: 'reauthentication_failed' }))
    await page.tap('reauthentication-later')
    expect(page.text('deletion-failure')).toContain('没有确认')
    expect(page.session().tag).toBe('member')
  })
})
