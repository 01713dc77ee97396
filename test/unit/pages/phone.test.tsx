import PhonePage from '../../../src/pages/member/phone/index'
import { granted, refused } from '../../kit/fake-backend'
import { fakePlatform } from '../../kit/fake-platform'
import { renderPage } from '../../kit/render-page'
import { wechat } from '../../kit/stubs/taro'

type Page = ReturnType<typeof renderPage>
type Answer = Parameters<Page['network']['answer']>[0]

const member = (phone: string | null = null) => ({
  id: 7,
  nickname: 'Alice',
  avatar: '',
  openid: 'openid-of-alice',
  _email: null,
  _phone: phone,
})
const given = { errMsg: 'getPhoneNumber:ok', code: 'a-phone-code', encryptedData: 'e', iv: 'i' }

const openPage = async (launched: Answer, platform = fakePlatform()) => {
  const page = renderPage(PhonePage, { platform })
  await page.settled(() => void page.auth.launch())
  await page.settled(() => page.network.answer(launched))
  return page
}
const answer = (page: Page, response: Answer) => page.settled(() => page.network.answer(response))
const answerButton = (page: Page, id: string, detail: object) =>
  page.wechatSays(id, 'getphonenumber', detail)
const last = (page: Page) => page.network.requests.at(-1)

beforeEach(() => wechat.reset())

describe('signing in with the number of WeChat', () => {
  it('sends the phone code with a wx.login code fetched before the tap', async () => {
    let asked = 0
    const { wechat: device } = fakePlatform()
    const loginCode = () => Promise.resolve(`early-${++asked}`)
    const page = await openPage(refused(404), fakePlatform({ wechat: { ...device, loginCode } }))
    await answerButton(page, 'phone-sign-in', given)
    expect(last(page)?.body).toMatchObject({
      code: 'early-1',
      phone_code: 'a-phone-code',
      create_user: true,
    })
    await answer(page, granted(member('13800001234')))
    expect(page.text('phone-bound-value')).toBe('138****1234')
  })

  // docs/wechat.md 4.7
  it('leads into the link flow when the number is somebody else’s', async () => {
    const page = await openPage(refused(404))
    await answerButton(page, 'phone-sign-in', given)
    await answer(page, refused(404))
    expect(page.text('phone-said')).toContain('另一个账号')
    await page.tap('phone-link')
    expect(wechat.calls('navigateTo')).toEqual([{ url: '/pages/member/link/index' }])
    expect(page.session().tag).not.toBe('member')
  })

  it('asks for another tap when the permission has expired', async () => {
    const page = await openPage(refused(404))
    await answerButton(page, 'phone-sign-in', given)
    await answer(page, refused(400))
    expect(page.text('phone-said')).toContain('已过期')
    expect(page.byId('phone-sign-in').className).toContain('button-ready')
  })

  it.each([
    [{ errMsg: 'getPhoneNumber:fail user deny' }, '没关系'],
    [{ errMsg: 'getPhoneNumber:fail:user deny' }, '没关系'],
    [{ errMsg: 'getPhoneNumber:fail', errno: 112 }, 'errno 112'],
    [{ errMsg: 'getPhoneNumber:fail:user cancel' }, '没关系'],
    [{ errMsg: 'getPhoneNumber:fail', errno: 1400001 }, '暂不可用'],
    [{ errMsg: 'getPhoneNumber:fail no permission' }, '不能使用'],
  ])('sends nothing for %j and says what else can be done', async (detail, says) => {
    const page = await openPage(refused(404))
    const sent = page.network.requests.length
    await answerButton(page, 'phone-sign-in', detail)
    expect(page.text('phone-said')).toContain(says)
    expect(page.has('sms-send')).toBe(true)
    expect(page.network.requests.length).toBe(sent)
  })

  it('is not offered to somebody whom the launch is just signing in', async () => {
    const page = renderPage(PhonePage)
    await page.settled(() => void page.auth.launch())
    expect(page.session()).toMatchObject({ tag: 'signingIn', why: 'launch' })
    expect(page.has('phone-sign-in')).toBe(false)
  })

  it('can be left alone', async () => {
    const page = await openPage(refused(404))
    await page.tap('phone-skip')
    expect(wechat.calls('switchTab')).toEqual([{ url: '/pages/home/index' }])
  })
})

describe('binding a number', () => {
  it('binds the first one, never overwriting on the first tap', async () => {
    const page = await openPage(granted(member()))
    await answerButton(page, 'phone-bind', given)
    expect(last(page)?.body).toMatchObject({ overwrite: false, phone_code: 'a-phone-code' })
    await answer(page, { status: 200, body: member('13800001234') })
    expect(page.text('phone-bound-value')).toBe('138****1234')
  })

  it('does not ask whoever has a number already', async () => {
    const page = await openPage(granted(member('13800001234')))
    expect(page.has('phone-bind')).toBe(false)
    expect(page.has('sms-send')).toBe(false)
  })

  it('asks before it replaces another number, and takes a fresh code for it', async () => {
    const page = await openPage(granted(member('13800001234')))
    await page.tap('phone-change')
    await answerButton(page, 'phone-bind', given)
    await answer(page, refused(400))
    expect(page.container.textContent).toContain('138****1234')
    await answerButton(page, 'phone-overwrite', { ...given, code: 'a-second-code' })
    expect(last(page)?.body).toMatchObject({ overwrite: true, phone_code: 'a-second-code' })
    await answer(page, { status: 200, body: member('13900005678') })
    expect(page.text('phone-bound-value')).toBe('139****5678')
  })

  it('asks for another tap when the code of this one is too old, and blames no other account', async () => {
    const page = await openPage(granted(member()))
    await answerButton(page, 'phone-bind', given)
    await answer(
      page,
      refused(400, 'WeChat does not accept this code.', { error_code: 'wechat_code_invalid' }),
    )
    expect(page.text('phone-said')).toContain('已过期')
  })

  it('takes the answer of the other button in builds that check the number at this moment', async () => {
    __FEATURES__.phone = 'realtime'
    const page = await openPage(granted(member()))
    expect(page.byId('phone-bind').dataset['openType']).toBe('getRealtimePhoneNumber')
    await page.wechatSays('phone-bind', 'getrealtimephonenumber', given)
    __FEATURES__.phone = 'oneTap'
    expect(last(page)?.body).toMatchObject({ phone_code: 'a-phone-code', overwrite: false })
  })

  it('keeps the old number when the person would rather', async () => {
    const page = await openPage(granted(member('13800001234')))
    await page.tap('phone-change')
    await answerButton(page, 'phone-bind', given)
    await answer(page, refused(400))
    await page.tap('phone-keep')
    expect(page.has('phone-overwrite')).toBe(false)
  })

  it('never takes a number from somebody else', async () => {
    const page = await openPage(granted(member()))
    await answerButton(page, 'phone-bind', given)
    await answer(page, refused(400))
    expect(page.text('phone-said')).toContain('另一个账号')
  })
})

describe('binding the number of WeChat without a linked WeChat', () => {
  it('asks for a re-authentication in place, and says that nothing was changed without one', async () => {
    const page = await openPage(granted({ ...member(), openid: null }))
    await answerButton(page, 'phone-bind', given)
    await answer(page, refused(403, 'no', { error_code: 'reauthentication_required' }))
    expect(page.has('reauthentication-credential')).toBe(true)
    await page.tap('reauthentication-later')
    expect(page.text('phone-failure')).toContain('没有改动')
  })
})

describe('a code by text message', () => {
  const ok = { status: 200, body: { status: 'ok' } }

  const toTheCode = async (page: Page) => {
    await page.type('sms-phone', '138 0000 1234')
    await page.tap('sms-send')
    expect(last(page)?.body).toEqual({ phone: '13800001234' })
    await answer(page, ok)
  }

  it('signs a guest in', async () => {
    const page = await openPage(refused(404))
    await toTheCode(page)
    await page.type('sms-code', '123456')
    await page.tap('sms-submit')
    expect(last(page)?.body).toMatchObject({ phone: '13800001234', code: '123456' })
    await answer(page, granted({ ...member('13800001234'), openid: null }))
    expect(page.session().tag).toBe('member')
  })

  it('keeps asking a member for the code of a number that is not verified yet', async () => {
    const unverified = { ...member('13800001234'), _phone_verified: false }
    const page = await openPage(granted(unverified))
    expect(page.has('phone-bound')).toBe(false)
    await toTheCode(page)
    await page.type('sms-code', '000000')
    await page.tap('sms-submit')
    expect(last(page)?.url).toContain('phone-verification')
    await answer(page, refused(400))
    expect(page.text('sms-code-under')).toContain('不对')
    expect(page.has('phone-bound')).toBe(false)
  })

  it('says when the code is wrong, and keeps the way open', async () => {
    const page = await openPage(refused(404))
    await toTheCode(page)
    await page.type('sms-code', '000000')
    await page.tap('sms-submit')
    await answer(page, refused(400))
    expect(page.text('sms-code-under')).toContain('不对')
    expect(page.has('sms-again')).toBe(true)
  })

  it('names the number it went to, and lets it be changed', async () => {
    const page = await openPage(refused(404))
    await toTheCode(page)
    expect(page.text('sms-code-under')).toContain('13800001234')
    await page.tap('sms-change')
    await page.type('sms-phone', '13800001235')
    await page.tap('sms-send')
    expect(last(page)?.body).toEqual({ phone: '13800001235' })
  })

  it('is not sent to what is no number', async () => {
    const page = await openPage(refused(404))
    const sent = page.network.requests.length
    await page.type('sms-phone', 'hello')
    await page.tap('sms-send')
    expect(page.text('sms-phone-under')).toContain('有效的手机号')
    expect(page.network.requests.length).toBe(sent)
  })

  it.each([
    ['phone_malformed', '有效的手机号'],
    ['sms_country_not_served', '国家或地区'],
    ['human_check_required', '其他方式'],
  ])('is refused with a sentence of its own: %s', async (code, sentence) => {
    const page = await openPage(refused(404))
    await page.type('sms-phone', '+33612345678')
    await page.tap('sms-send')
    await answer(page, refused(400, 'no', { error_code: code }))
    expect(page.text('sms-failure')).toContain(sentence)
  })

  it('says whose a number is that another account has verified, and that a malformed one is malformed', async () => {
    const page = await openPage(granted(member()))
    const confirm = async (errorCode: string) => {
      await page.type('sms-code', '123456')
      await page.tap('sms-submit')
      await answer(page, { status: 200, body: member() })
      await answer(page, refused(400, 'no', { error_code: errorCode }))
    }
    await toTheCode(page)
    await confirm('phone_of_another')
    expect(page.text('sms-code-under')).toContain('另一个账号')
    await confirm('phone_malformed')
    expect(page.text('sms-failure')).toContain('有效的手机号')
  })

  it('says when it was sent too often', async () => {
    const page = await openPage(refused(404))
    await page.type('sms-phone', '13800001234')
    await page.tap('sms-send')
    await answer(page, refused(429))
    expect(page.text('sms-failure')).toContain('频繁')
  })
})
