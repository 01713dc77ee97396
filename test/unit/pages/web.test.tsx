import RegisterPage from '../../../src/pages/web/register/index'
import ResetPage from '../../../src/pages/web/reset/index'
import SignInPage from '../../../src/pages/web/sign-in/index'
import VerifyPage from '../../../src/pages/web/verify/index'
import { granted, refused, settle } from '../../kit/fake-backend'
import { fakePlatform } from '../../kit/fake-platform'
import { makeAuth } from '../../kit/make-auth'
import { renderPage } from '../../kit/render-page'
import { wechat } from '../../kit/stubs/taro'

const openPage = async (Page: Parameters<typeof renderPage>[0]) => {
  const page = renderPage(Page, {
    ...makeAuth({ launchCredentials: undefined }),
    platform: fakePlatform({ client: 'WEB' }),
  })
  await page.settled(() => void page.auth.launch())
  return page
}
type Page = Awaited<ReturnType<typeof openPage>>
const answer = (page: Page, response: Parameters<Page['network']['answer']>[0]) =>
  page.settled(() => page.network.answer(response))

const fill = async (page: Page, id: string, name: string, password: string) => {
  await page.type(`${id}-name`, name)
  await page.type(`${id}-password`, password)
  await page.tap(`${id}-submit`)
}

beforeEach(() => wechat.reset())

describe('signing in on the web', () => {
  it('signing in on the web leads back to where the person came from', async () => {
    wechat.answer('params', { redirect: encodeURIComponent('/pages/me/index') })
    const page = await openPage(SignInPage)
    await fill(page, 'sign-in', 'alice', 'a sentence')
    await answer(page, granted())
    expect(wechat.calls('switchTab')).toEqual([{ url: '/pages/me/index' }])
  })

  it('signing in on the web leads no one on who went back meanwhile', async () => {
    wechat.answer('params', { redirect: encodeURIComponent('/pages/me/index') })
    const page = await openPage(SignInPage)
    await fill(page, 'sign-in', 'alice', 'a sentence')
    page.unmount()
    page.network.answer(granted())
    await settle()
    expect(page.session().tag).toBe('member')
    expect(wechat.calls('switchTab')).toEqual([])
  })

  it('signing in on the web leads on once its page is in front again', async () => {
    wechat.answer('params', { redirect: encodeURIComponent('/pages/me/index') })
    const page = await openPage(SignInPage)
    await fill(page, 'sign-in', 'alice', 'a sentence')
    await page.settled(() => wechat.hide())
    await answer(page, granted())
    expect(wechat.calls('switchTab')).toEqual([])
    await page.settled(() => wechat.show())
    await page.settled(() => wechat.show())
    expect(wechat.calls('switchTab')).toEqual([{ url: '/pages/me/index' }])
  })

  it('signing in on the web says that account or password is wrong, and not which', async () => {
    const page = await openPage(SignInPage)
    await fill(page, 'sign-in', 'alice', 'a sentence')
    await answer(page, refused(400))
    expect(page.text('sign-in-failure')).toBe('账号或密码不对。')
  })

  it('signing in on the web shows no failure of a sign-in that was called off', async () => {
    const page = await openPage(SignInPage)
    await fill(page, 'sign-in', 'alice', 'a sentence')
    await page.settled(() => void page.auth.signOut())
    await answer(page, granted())
    expect(page.session().tag).toBe('guest')
    expect(page.has('sign-in-failure')).toBe(false)
  })

  it('signing in on the web opens the form to register once for two clicks', async () => {
    const page = await openPage(SignInPage)
    await page.settled(() => {
      page.byId('sign-in-register').click()
      page.byId('sign-in-register').click()
    })
    expect(wechat.calls('redirectTo')).toEqual([{ url: '/pages/web/register/index' }])
  })

  it('signing in on the web says when it was tried too often', async () => {
    const page = await openPage(SignInPage)
    await fill(page, 'sign-in', 'alice', 'a sentence')
    await answer(page, refused(429))
    expect(page.text('sign-in-failure')).toContain('频繁')
  })
})

describe('registering on the web', () => {
  it('registering on the web opens an account and goes home', async () => {
    const page = await openPage(RegisterPage)
    await fill(page, 'register', 'alice@example.com', 'a good sentence')
    expect(page.network.requests.at(-1)?.url).toContain('/register/email/')
    await answer(page, granted())
    expect(wechat.calls('switchTab')).toEqual([{ url: '/pages/home/index' }])
  })

  it('registering on the web shows the password rule before and after', async () => {
    const page = await openPage(RegisterPage)
    expect(page.text('register-password-under')).toContain('至少 8')
    await fill(page, 'register', 'alice', 'short')
    expect(page.text('register-password-under')).toBe('密码至少 8 个字符。')
    expect(page.network.requests).toHaveLength(0)
  })

  it('registering on the web says when the name is taken', async () => {
    const page = await openPage(RegisterPage)
    await fill(page, 'register', 'alice', 'a good sentence')
    await answer(page, refused(400))
    expect(page.text('register-failure')).toContain('已经有人用了')
  })
})

describe('a forgotten password', () => {
  it.each([
    ['known', { status: 201, body: { status: 'ok' } }],
    ['unknown', refused(404)],
  ])(
    'a forgotten password is answered with the same words for a %s address',
    async (_which, response) => {
      const page = await openPage(ResetPage)
      await page.type('reset-email', 'alice@example.com')
      await page.tap('reset-submit')
      await answer(page, response)
      expect(page.text('reset-said')).toContain('如果这个邮箱属于某个账号')
    },
  )
})

describe('verifying an address', () => {
  it('verifying an address looks again when asked, and is content once it is verified', async () => {
    const page = await openPage(VerifyPage)
    const user = {
      id: 7,
      nickname: '',
      avatar: '',
      _phone: null,
      _email: 'a@b.cn',
      _email_verified: false,
    }
    await page.settled(() => void page.actions.signIn({ username: 'alice' }, 'a sentence'))
    await answer(page, granted(user))
    expect(page.has('email-code')).toBe(true)
    await page.tap('verify-refresh')
    await answer(page, { status: 200, body: { ...user, _email_verified: true } })
    expect(page.has('verify-done')).toBe(true)
  })
})
