import { BaasError, CODE } from '../../../src/baas/errors'
import UsernamePage from '../../../src/pages/member/account/username/index'
import { answered, grantedFlat, refused } from '../../kit/fake-backend'
import { fakePlatform } from '../../kit/fake-platform'
import { makeAuth } from '../../kit/make-auth'
import { renderPage } from '../../kit/render-page'
import { wechat } from '../../kit/stubs/taro'

const alice = {
  id: 7,
  nickname: 'Alice',
  avatar: '',
  _username: 'alice',
  _email: 'a@b.cn',
  _email_verified: true,
  _phone: '13800001234',
  _phone_verified: true,
}
const required = refused(403, 'prove it', { error_code: 'reauthentication_required' })
const proven = answered({ reauthentication: 'proven', expires_in: 600 })

/** The web build, minutes after a sign-in, on the page that changes the username; the server has just asked for more. */
const askedFor = async (user: object = alice, language = 'zh_CN') => {
  const page = renderPage(UsernamePage, {
    ...makeAuth({ launchCredentials: undefined }),
    platform: fakePlatform({ client: 'WEB' }),
    language,
  })
  await page.settled(() => void page.auth.launch())
  await page.settled(() => void page.actions.signIn({ username: 'alice' }, 'a sentence'))
  await page.settled(() => page.network.answer(grantedFlat({ ...alice, ...user })))
  await page.type('username', 'alicia')
  await page.tap('username-save')
  await answer(page, required)
  return page
}
type Page = Awaited<ReturnType<typeof askedFor>>
const answer = (page: Page, response: Parameters<Page['network']['answer']>[0]) =>
  page.settled(() => page.network.answer(response))
const last = (page: Page) => page.network.requests.at(-1)
const submit = async (page: Page, credential = 'a sentence') => {
  await page.type('reauthentication-credential', credential)
  await page.tap('reauthentication-submit')
}

beforeEach(() => wechat.reset())

describe('the sheet that asks for credentials again', () => {
  it('the re-authentication sheet says so when nothing was typed, and asks no server', async () => {
    const page = await askedFor()
    const sent = page.network.requests.length
    await submit(page, ' ')
    expect(page.text('reauthentication-failure')).toContain('不对')
    expect(page.network.requests).toHaveLength(sent)
  })

  it('the re-authentication sheet takes the password, and the wanted act goes on by itself', async () => {
    const page = await askedFor()
    await submit(page)
    expect(last(page)).toMatchObject({
      url: 'https://baas.invalid/ext/v1/account/reauthenticate/',
      body: { password: 'a sentence' },
    })
    await answer(page, proven)
    expect(page.has('reauthentication')).toBe(false)
    expect(last(page)).toMatchObject({
      body: { username: 'alicia' },
      headers: { 'X-Reauthentication': 'proven' },
    })
    await answer(page, answered({ username: 'alicia' }))
    expect(page.text('username-said')).toBe('已保存')
  })

  it.each([
    ['phone', 'sms_code', '123456'],
    ['email', 'email_code', 'ABCD-2345'],
  ] as const)(
    'the re-authentication sheet takes a code to the verified %s instead',
    async (to, field, code) => {
      const page = await askedFor()
      await page.type('reauthentication-credential', 'half a pass')
      await page.tap(`reauthentication-${to}`)
      expect(last(page)).toMatchObject({
        url: 'https://baas.invalid/ext/v1/account/reauthenticate/send/',
        body: { to },
      })
      await answer(page, answered({ status: 'ok' }))
      expect(page.text('reauthentication-sent')).toBe('验证码已发送')
      expect(page.byId('reauthentication-credential')).toHaveProperty('value', '')
      await submit(page, ` ${code} `)
      expect(last(page)?.body).toEqual({ [field]: code })
    },
  )

  it('the re-authentication sheet offers codes only to what is verified', async () => {
    const page = await askedFor({ _phone_verified: false, _email_verified: false })
    expect(page.has('reauthentication-credential')).toBe(true)
    expect(page.has('reauthentication-phone')).toBe(false)
    expect(page.has('reauthentication-email')).toBe(false)
  })

  it('the re-authentication sheet says what to do where the account has nothing to confirm with', async () => {
    const page = await askedFor({
      _has_password: false,
      _phone_verified: false,
      _email_verified: false,
    })
    expect(page.has('reauthentication-credential')).toBe(false)
    expect(page.text('reauthentication-lead')).toContain('请用关联的微信打开小程序')
    await page.tap('reauthentication-later')
    expect(page.text('username-said')).toContain('没有确认是你本人')
  })

  it('the re-authentication sheet changes nothing when it is dismissed, and shows that', async () => {
    const page = await askedFor()
    const sent = page.network.requests.length
    await page.tap('reauthentication-later')
    expect(page.has('reauthentication')).toBe(false)
    expect(page.text('username-said')).toContain('没有确认是你本人')
    expect(page.network.requests).toHaveLength(sent)
    expect(page.byId('username-save').className).toContain('button-ready')
  })

  it.each([
    ['a password', refused(403, 'no', { error_code: 'reauthentication_failed' }), 'is wrong'],
    ['a code', refused(400, 'no', { error_code: 'email_code_wrong' }), 'wrong or expired'],
    ['something of the hosted service', refused(400), 'is wrong'],
  ])(
    'the re-authentication sheet says when %s is wrong, and takes another try',
    async (_, refusal, sentence) => {
      const page = await askedFor(alice, 'en')
      await submit(page, 'a wrong one')
      await answer(page, refusal)
      expect(page.text('reauthentication-failure')).toContain(sentence)
      await submit(page)
      await answer(page, proven)
      expect(page.has('reauthentication')).toBe(false)
    },
  )

  it('the re-authentication sheet can be answered again after the network was lost', async () => {
    const page = await askedFor()
    await submit(page)
    await page.settled(() => page.network.fail(new BaasError(CODE.networkDisconnected)))
    expect(page.text('reauthentication-failure')).toContain('网络不通')
    await page.tap('reauthentication-submit')
    await answer(page, proven)
    expect(page.has('reauthentication')).toBe(false)
  })

  it('the re-authentication sheet says why no code could be sent, and still takes the password', async () => {
    const page = await askedFor()
    await page.tap('reauthentication-phone')
    await answer(page, refused(429))
    expect(page.text('reauthentication-sent')).toContain('频繁')
    await submit(page)
    expect(last(page)?.body).toEqual({ password: 'a sentence' })
  })

  it('the re-authentication sheet sends nothing while nothing is typed', async () => {
    const page = await askedFor()
    const sent = page.network.requests.length
    await submit(page, '  ')
    expect(page.network.requests).toHaveLength(sent)
  })
})
