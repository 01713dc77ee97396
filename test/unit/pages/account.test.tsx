import AccountPage from '../../../src/pages/member/account/index'
import DeletionPage from '../../../src/pages/member/account/deletion/index'
import EmailPage from '../../../src/pages/member/account/email/index'
import ExportPage from '../../../src/pages/member/account/export/index'
import PasswordPage from '../../../src/pages/member/account/password/index'
import SessionsPage from '../../../src/pages/member/account/sessions/index'
import UsernamePage from '../../../src/pages/member/account/username/index'
import PrivacyPage from '../../../src/pages/legal/privacy/index'
import { BaasError, CODE } from '../../../src/baas/errors'
import { granted, refused } from '../../kit/fake-backend'
import { renderPage } from '../../kit/render-page'
import { wechat } from '../../kit/stubs/taro'

const alice = {
  id: 7,
  nickname: 'Alice',
  avatar: '',
  openid: 'openid-of-alice',
  _email: null,
  _phone: null,
}

const openPage = async (Page: Parameters<typeof renderPage>[0], user: object = alice) => {
  const page = renderPage(Page)
  await page.settled(() => void page.auth.launch())
  await page.settled(() => page.network.answer(granted(user)))
  return page
}
type Page = Awaited<ReturnType<typeof openPage>>
type Answer = Parameters<Page['network']['answer']>[0]

const answer = (page: Page, ...responses: Answer[]) =>
  responses.reduce(
    (before, response) => before.then(() => page.settled(() => page.network.answer(response))),
    Promise.resolve(),
  )
const last = (page: Page) => page.network.requests.at(-1)
const required = refused(403, 'prove it', { error_code: 'reauthentication_required' })
const ok = (body: object = { status: 'ok' }): Answer => ({ status: 200, body })

beforeEach(() => wechat.reset())

describe('the account page', () => {
  it('tells every way in, and whether the address is verified', async () => {
    const page = await openPage(AccountPage, {
      ...alice,
      _username: 'alice',
      _email: 'a@b.cn',
      _email_verified: false,
    })
    expect(page.text('account-username-value')).toBe('alice')
    expect(page.text('account-email-value')).toBe('a@b.cn\n未验证')
    expect(page.text('account-wechat-value')).toBe('已关联')
  })

  it('copies the public number, which is not the order of joining', async () => {
    const page = await openPage(AccountPage, { ...alice, public_id: '90817263' })
    expect(page.text('account-number-value')).toBe('90817263')
    await page.tap('account-number')
    expect(wechat.calls('setClipboardData')).toEqual([{ data: '90817263' }])
    expect(page.has('account-number-copied')).toBe(true)
  })

  it('shows a guest the way in instead', async () => {
    const page = renderPage(AccountPage)
    await page.settled(() => void page.auth.launch())
    await page.settled(() => page.network.answer(refused(404)))
    expect(page.has('account-username')).toBe(false)
    expect(page.has('link-continue')).toBe(true)
  })
})

describe('the username', () => {
  it('is set, and shown from then on', async () => {
    const page = await openPage(UsernamePage)
    await page.type('username', 'alice')
    await page.tap('username-save')
    const { length } = page.network.requests
    expect(last(page)?.body).toEqual({ username: 'alice' })
    await answer(page, ok({ username: 'alice' }))
    expect(page.has('username-said')).toBe(true)
    expect(page.session()).toMatchObject({ user: { _username: 'alice' } })
    expect(page.network.requests).toHaveLength(length)
  })

  it('says when it is taken', async () => {
    const page = await openPage(UsernamePage)
    await page.type('username', 'bob')
    await page.tap('username-save')
    await answer(page, refused(400))
    expect(page.text('username-said')).toContain('其他账号')
  })

  it('is refused in the words of its own reason where the server names one', async () => {
    const page = await openPage(UsernamePage)
    await page.type('username', 'аlice')
    await page.tap('username-save')
    await answer(page, refused(400, 'mixed', { error_code: 'username_malformed' }))
    expect(page.text('username-said')).toContain('只用一种文字')
  })

  it('cannot be removed while it is the last way in', async () => {
    const page = await openPage(UsernamePage, { ...alice, openid: null, _username: 'alice' })
    expect(page.has('username-remove')).toBe(false)
    expect(page.has('username-last')).toBe(true)
  })

  it('stays when the server knows better than the screen that it is the last way in', async () => {
    const page = await openPage(UsernamePage, {
      ...alice,
      openid: null,
      _username: 'al',
      _phone: '1',
    })
    await page.tap('username-remove')
    await page.tap('username-remove-sure')
    await answer(page, refused(400))
    expect(page.text('username-removed')).toContain('唯一的登录方式')
    expect(page.session()).toMatchObject({ user: { _username: 'al' } })
  })

  it('can be removed while WeChat is there', async () => {
    const page = await openPage(UsernamePage, { ...alice, _username: 'alice' })
    const sent = page.network.requests.length
    await page.tap('username-remove')
    await page.tap('username-remove')
    expect(page.network.requests.length).toBe(sent)
    await page.tap('username-remove-sure')
    expect(last(page)?.body).toEqual({ username: null })
    await answer(page, ok({ username: null }))
    expect(page.has('username-removed')).toBe(true)
  })
})

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

const device = (id: string, current: boolean) => ({
  id,
  current,
  login_method: 'wechat_silent',
  user_agent: 'iPhone',
  created_at: 1_700_000_000,
})

describe('the list of devices', () => {
  it('ends another one, which leaves the list', async () => {
    const page = await openPage(SessionsPage)
    await answer(page, ok({ objects: [device('here', true), device('there', false)] }))
    expect(page.text('session-there')).toContain('iPhone 上的微信')
    await page.tap('session-end-there')
    expect(page.text('session-end-question')).toContain('iPhone 上的微信')
    await page.tap('session-end-sure')
    expect(last(page)).toMatchObject({ method: 'DELETE' })
    await answer(page, ok())
    expect(page.has('sessions-alone')).toBe(true)
  })

  it('ends nothing by two taps on a row, and nothing when the person would rather keep it', async () => {
    const page = await openPage(SessionsPage)
    await answer(page, ok({ objects: [device('here', true), device('there', false)] }))
    const sent = page.network.requests.length
    await page.tap('session-end-there')
    await page.tap('session-end-there')
    await page.tap('session-end-keep')
    expect(page.has('session-end-sure')).toBe(false)
    expect(page.network.requests.length).toBe(sent)
  })

  it('ends two, the second before the first has an answer', async () => {
    const page = await openPage(SessionsPage)
    const devices = [device('here', true), device('there', false), device('yonder', false)]
    await answer(page, ok({ objects: devices }))
    await page.tap('session-end-there')
    await page.tap('session-end-sure')
    await page.tap('session-end-yonder')
    await page.tap('session-end-sure')
    await answer(page, ok(), ok())
    expect(page.has('sessions-alone')).toBe(true)
  })

  it('takes one that has ended elsewhere for what was wanted', async () => {
    const page = await openPage(SessionsPage)
    await answer(page, ok({ objects: [device('here', true), device('there', false)] }))
    await page.tap('session-end-there')
    await page.tap('session-end-sure')
    await answer(page, refused(404))
    expect(page.has('sessions-alone')).toBe(true)
  })

  it('says that nothing was ended without a network, and keeps the list for another try', async () => {
    const page = await openPage(SessionsPage)
    await answer(page, ok({ objects: [device('here', true), device('there', false)] }))
    await page.tap('sessions-end-others')
    await page.tap('sessions-end-others-sure')
    await page.settled(() => page.network.fail(new BaasError(CODE.networkDisconnected)))
    expect(page.text('sessions-end-failure')).toContain('网络')
    await page.tap('sessions-end-others')
    await page.tap('sessions-end-others-sure')
    await answer(page, ok())
    expect(page.has('sessions-alone')).toBe(true)
  })

  it('says when the backend has none', async () => {
    const page = await openPage(SessionsPage)
    await answer(page, refused(404))
    expect(page.text('sessions-failure')).toContain('不支持')
  })

  it('can be fetched again after a failure', async () => {
    const page = await openPage(SessionsPage)
    await answer(page, refused(503))
    await page.tap('sessions-failure-retry')
    await answer(page, ok({ objects: [device('here', true)] }))
    expect(page.has('session-current')).toBe(true)
  })
})

describe('the export', () => {
  it('is made and copied', async () => {
    const page = await openPage(ExportPage)
    await page.tap('export-make')
    await answer(page, ok({ user: { id: 7 } }))
    await page.tap('export-copy')
    expect(wechat.calls('setClipboardData')).toEqual([
      { data: JSON.stringify({ user: { id: 7 } }, null, 2) },
    ])
  })
})

describe('the export, where consent to the clipboard is missing', () => {
  const makeAndCopy = async () => {
    const page = await openPage(ExportPage)
    await page.tap('export-make')
    await answer(page, ok({ user: { id: 7 } }))
    await page.tap('export-copy')
    return page
  }

  it('says why it was not copied', async () => {
    const errMsg = 'setClipboardData:fail privacy permission is not authorized'
    wechat.answer('setClipboardData', Promise.reject({ errMsg, errno: 104 }))
    const page = await makeAndCopy()
    expect(page.text('export-copied')).toContain('需要你同意')
    expect(page.byId('export-copy').className).toContain('button-ready')
  })

  it('asks by the sheet of its own in builds that have one, or the copying would wait for ever', async () => {
    __FEATURES__.privacySheet = 'own'
    const page = await makeAndCopy()
    await page.settled(() => page.privacyQueue.need(() => undefined))
    expect(page.has('privacy-agree')).toBe(true)
    __FEATURES__.privacySheet = 'official'
  })
})

describe('the deletion', () => {
  it('takes the answer to a question, and ends every session here', async () => {
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

  it('takes a fresh code of WeChat where the sign-in is not of just now, and asks nothing', async () => {
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

  it('asks for the password of an account without WeChat, and deletes nothing without it', async () => {
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

describe('consent', () => {
  it('can be withdrawn: picture, name and number leave the account', async () => {
    const page = await openPage(PrivacyPage, { ...alice, _phone: '13800001234' })
    await page.tap('consent-withdraw')
    await page.tap('consent-withdraw-sure')
    expect(last(page)?.body).toEqual({ nickname: '', avatar: '' })
    await answer(page, ok({ ...alice, nickname: '' }))
    expect(last(page)?.body).toEqual({ phone: null })
    await answer(page, ok({ phone: null }))
    expect(page.session()).toMatchObject({ user: { nickname: '', _phone: null } })
  })

  it('says what is left when nobody here can prove whose number it is', async () => {
    const page = await openPage(PrivacyPage, { ...alice, openid: null, _phone: '13800001234' })
    await page.tap('consent-withdraw')
    await page.tap('consent-withdraw-sure')
    await answer(page, ok({ nickname: '', avatar: '' }), required)
    expect(page.text('consent-withdrawn')).toContain('手机号还在')
    expect(page.session()).toMatchObject({ user: { nickname: '', _phone: '13800001234' } })
  })
})
