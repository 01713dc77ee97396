import { BaasError } from '../../../../src/baas/errors'
import { granted, refused } from '../../../kit/fake-backend'
import { wechat } from '../../../kit/stubs/taro'
import { type Page, answer, last, member, openPage } from '../../../kit/pages/open-phone'

beforeEach(() => wechat.reset())

describe('a code by text message', () => {
  const ok = { status: 200, body: { status: 'ok' } }

  const toTheCode = async (page: Page) => {
    await page.type('sms-phone', '138 0000 1234')
    await page.tap('sms-send')
    expect(last(page)?.body).toEqual({ phone: '13800001234' })
    await answer(page, ok)
  }

  it('a code by text message signs a guest in', async () => {
    const page = await openPage(refused(404))
    await toTheCode(page)
    await page.type('sms-code', '123456')
    await page.tap('sms-submit')
    expect(last(page)?.body).toMatchObject({ phone: '13800001234', code: '123456' })
    await answer(page, granted({ ...member('13800001234'), openid: null }))
    expect(page.session().tag).toBe('member')
  })

  it('a code by text message keeps asking a member for the code of a number that is not verified yet', async () => {
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

  it('a wrong code by text message is reported, and another one can be typed', async () => {
    const page = await openPage(refused(404))
    await toTheCode(page)
    await page.type('sms-code', '000000')
    await page.tap('sms-submit')
    await answer(page, refused(400))
    expect(page.text('sms-code-under')).toContain('不对')
    expect(page.has('sms-again')).toBe(true)
  })

  it('a wrong code by text message is not called wrong any more once another is tried, whatever comes of that', async () => {
    const page = await openPage(refused(404))
    await toTheCode(page)
    await page.type('sms-code', '000000')
    await page.tap('sms-submit')
    await answer(page, refused(400))
    await page.type('sms-code', '123456')
    await page.tap('sms-submit')
    await page.settled(() => page.network.fail(new BaasError(600)))
    expect(page.text('sms-failure')).toContain('网络不通')
    expect(page.text('sms-code-under')).not.toContain('不对')
    await page.type('sms-code', 'no digits')
    await page.tap('sms-submit')
    expect(page.text('sms-code-under')).toContain('数字验证码')
    expect(page.has('sms-failure')).toBe(false)
  })

  it('a code by text message names the number it went to, which can be changed', async () => {
    const page = await openPage(refused(404))
    await toTheCode(page)
    expect(page.text('sms-code-under')).toContain('13800001234')
    await page.tap('sms-change')
    await page.type('sms-phone', '13800001235')
    await page.tap('sms-send')
    expect(last(page)?.body).toEqual({ phone: '13800001235' })
  })

  it('a code by text message is not sent to what is no number', async () => {
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
  ])('a code by text message is refused with a sentence of its own: %s', async (code, sentence) => {
    const page = await openPage(refused(404))
    await page.type('sms-phone', '+33612345678')
    await page.tap('sms-send')
    await answer(page, refused(400, 'no', { error_code: code }))
    expect(page.text('sms-failure')).toContain(sentence)
  })

  it('a code by text message is refused with a sentence about the number: verified by another account, or malformed', async () => {
    const page = await openPage(granted(member()))
    const confirm = async (errorCode: string) => {
      await page.type('sms-code', '123456')
      await page.tap('sms-submit')
      await answer(page, refused(400, 'no', { error_code: errorCode }))
    }
    await toTheCode(page)
    await confirm('phone_of_another')
    expect(page.text('sms-code-under')).toContain('另一个账号')
    await confirm('phone_malformed')
    expect(page.text('sms-failure')).toContain('有效的手机号')
  })

  it('a code by text message shows no failure of a sign-in that was called off', async () => {
    const page = await openPage(refused(404))
    await toTheCode(page)
    await page.type('sms-code', '123456')
    await page.tap('sms-submit')
    await page.settled(() => void page.auth.signOut())
    await answer(page, granted({ ...member('13800001234'), openid: null }))
    expect(page.session().tag).toBe('guest')
    expect(page.has('sms-failure')).toBe(false)
  })

  it('a code by text message says when it was sent too often', async () => {
    const page = await openPage(refused(404))
    await page.type('sms-phone', '13800001234')
    await page.tap('sms-send')
    await answer(page, refused(429))
    expect(page.text('sms-failure')).toContain('频繁')
  })

  it.each([
    ['its answer was lost', (page: Page) => page.network.fail(new BaasError(601))],
    ['a proxy answered', (page: Page) => page.network.answer({ status: 502, body: '<html>' })],
    ['it was sent a moment ago', (page: Page) => page.network.answer(refused(429))],
  ])('a code by text message can be typed after %s: the message may be there', async (_, end) => {
    const page = await openPage(refused(404))
    await page.type('sms-phone', '13800001234')
    await page.tap('sms-send')
    await page.settled(() => end(page))
    expect(page.has('sms-failure')).toBe(true)
    expect(page.text('sms-code-under')).toBe('13800001234')
    await page.type('sms-code', '123456')
    await page.tap('sms-submit')
    expect(last(page)?.body).toMatchObject({ phone: '13800001234', code: '123456' })
  })

  it('a code by text message is not asked for when the server says that none was sent', async () => {
    const page = await openPage(refused(404))
    await page.type('sms-phone', '13800001234')
    await page.tap('sms-send')
    await answer(page, refused(503, 'no', { error_code: 'sms_not_sent' }))
    expect(page.text('sms-failure')).toContain('没有发出去')
    expect(page.has('sms-code')).toBe(false)
  })
})
