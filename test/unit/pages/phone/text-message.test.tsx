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
