import { granted, refused } from '../../../kit/fake-backend'
import { wechat } from '../../../kit/stubs/taro'
import { answer, answerButton, given, last, member, openPage } from '../../../kit/pages/open-phone'

beforeEach(() => wechat.reset())

describe('binding a number', () => {
  it('binding a number binds the first one, never overwriting on the first tap', async () => {
    const page = await openPage(granted(member()))
    await answerButton(page, 'phone-bind', given)
    expect(last(page)?.body).toMatchObject({ overwrite: false, phone_code: 'a-phone-code' })
    await answer(page, { status: 200, body: member('13800001234') })
    expect(page.text('phone-bound-value')).toBe('138****1234')
  })

  it('binding a number does not ask a member who has a number already', async () => {
    const page = await openPage(granted(member('13800001234')))
    expect(page.has('phone-bind')).toBe(false)
    expect(page.has('sms-send')).toBe(false)
  })

  it('binding a number asks before it replaces another number, and takes a fresh code for it', async () => {
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

  it('binding a number asks for another tap when the phone code of the last tap is too old, and blames no other account', async () => {
    const page = await openPage(granted(member()))
    await answerButton(page, 'phone-bind', given)
    await answer(
      page,
      refused(400, 'WeChat does not accept this code.', { error_code: 'wechat_code_invalid' }),
    )
    expect(page.text('phone-said')).toContain('已过期')
  })

  it('binding a number takes the answer of the other button in builds that check the number at this moment', async () => {
    __FEATURES__.phone = 'realtime'
    const page = await openPage(granted(member()))
    expect(page.byId('phone-bind').dataset['openType']).toBe('getRealtimePhoneNumber')
    await page.wechatSays('phone-bind', 'getrealtimephonenumber', given)
    __FEATURES__.phone = 'oneTap'
    expect(last(page)?.body).toMatchObject({ phone_code: 'a-phone-code', overwrite: false })
  })

  it('binding a number keeps the old number when the person declines', async () => {
    const page = await openPage(granted(member('13800001234')))
    await page.tap('phone-change')
    await answerButton(page, 'phone-bind', given)
    await answer(page, refused(400))
    await page.tap('phone-keep')
    expect(page.has('phone-overwrite')).toBe(false)
  })

  it('binding a number cannot be declined any more while the other number is being replaced', async () => {
    const page = await openPage(granted(member('13800001234')))
    await page.tap('phone-change')
    await answerButton(page, 'phone-bind', given)
    await answer(page, refused(400))
    await answerButton(page, 'phone-overwrite', { ...given, code: 'a-second-code' })
    await page.tap('phone-keep')
    await page.tap('phone-replace-dismiss')
    expect(page.has('phone-overwrite')).toBe(true)
    await answer(page, refused(500))
    expect(page.has('phone-overwrite')).toBe(false)
  })

  it('binding a number never takes a number from another person', async () => {
    const page = await openPage(granted(member()))
    await answerButton(page, 'phone-bind', given)
    await answer(page, refused(400))
    expect(page.text('phone-said')).toContain('另一个账号')
    // The page where WeChat is linked would call this one linked.
    expect(page.has('phone-link')).toBe(false)
  })
})

describe('binding the number of WeChat without a linked WeChat', () => {
  it('binding the number of WeChat asks for a re-authentication in place, and says that nothing was changed without one', async () => {
    const page = await openPage(granted({ ...member(), openid: null }))
    await answerButton(page, 'phone-bind', given)
    await answer(page, refused(403, 'no', { error_code: 'reauthentication_required' }))
    expect(page.has('reauthentication-credential')).toBe(true)
    await page.tap('reauthentication-later')
    expect(page.text('phone-failure')).toContain('没有改动')
  })
})
