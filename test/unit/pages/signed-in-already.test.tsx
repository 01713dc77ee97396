import RegisterPage from '../../../src/pages/web/register/index'
import ResetPage from '../../../src/pages/web/reset/index'
import SignInPage from '../../../src/pages/web/sign-in/index'
import VerifyPage from '../../../src/pages/web/verify/index'
import { answered, granted, refused } from '../../kit/fake-backend'
import { fakePlatform } from '../../kit/fake-platform'
import { makeAuth } from '../../kit/make-auth'
import { renderPage } from '../../kit/render-page'
import { wechat } from '../../kit/stubs/taro'

const member = {
  id: 7,
  nickname: '$& Lin',
  avatar: '',
  openid: null,
  _phone: null,
  _email: 'lin@b.cn',
  _email_verified: false,
}

/** A page of the web build while someone is signed in: in another tab, or since the e-mail was asked for. */
const openAs = async (user: object, Page: Parameters<typeof renderPage>[0]) => {
  const page = renderPage(Page, {
    ...makeAuth({ launchCredentials: undefined }),
    platform: fakePlatform({ client: 'WEB' }),
  })
  await page.settled(() => void page.auth.launch())
  await page.settled(() => void page.actions.signIn({ username: 'lin' }, 'a sentence'))
  await page.settled(() => page.network.answer(granted({ ...member, ...user })))
  return page
}

beforeEach(() => wechat.reset())

describe('a page of the web build that someone opens who is signed in already', () => {
  it.each([
    ['to sign in', SignInPage, 'sign-in-name'],
    ['to register', RegisterPage, 'register-name'],
  ])(
    'the page %s names who is signed in already, and leads them on',
    async (_what, Page, field) => {
      wechat.answer('params', { redirect: encodeURIComponent('/pages/me/index') })
      const page = await openAs({}, Page)
      expect(page.text('signed-in')).toContain('$& Lin')
      expect(page.has(field)).toBe(true)
      await page.tap('signed-in-stay')
      expect(wechat.calls('switchTab')).toEqual([{ url: '/pages/me/index' }])
    },
  )

  it('the page to sign in does not call the person who signs in by its form signed in already', async () => {
    const page = await openAs({}, SignInPage)
    await page.type('sign-in-name', 'bob')
    await page.type('sign-in-password', 'a sentence')
    await page.tap('sign-in-submit')
    expect(page.has('signed-in')).toBe(false)
    await page.settled(() => page.network.answer(granted({ ...member, id: 8 })))
    expect(page.has('signed-in')).toBe(false)
  })

  it.each([
    ['whose address is not verified', false, 'verify-address-value'],
    ['whose address is verified', true, 'verify-done'],
  ])(
    'the page for a mailed code names the address of a member %s: the e-mail may be for another',
    async (_who, isVerified, id) => {
      const page = await openAs({ _email_verified: isVerified }, VerifyPage)
      expect(page.text(id)).toContain('lin@b.cn')
    },
  )

  it('a new password set by a mailed link ends the session that was open here with the old one', async () => {
    wechat.answer('params', { token: 'of-an-email' })
    const page = await openAs({}, ResetPage)
    await page.type('new-password', 'a good sentence')
    await page.tap('new-password-save')
    await page.settled(() => page.network.answer(answered({ status: 'ok' })))
    const ended = refused(401, 'no', { error_code: 'session_ended' })
    await page.settled(() => page.network.answer(ended))
    expect(page.session()).toEqual({ tag: 'guest', reason: 'endedElsewhere' })
    expect(page.has('new-password-done')).toBe(true)
  })
})
