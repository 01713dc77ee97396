import PhonePage from '../../../../src/pages/member/phone/index'
import { granted, refused } from '../../../kit/fake-backend'
import { fakeClock } from '../../../kit/fake-clock'
import { fakePlatform } from '../../../kit/fake-platform'
import { renderPage } from '../../../kit/render-page'
import { wechat } from '../../../kit/stubs/taro'
import { answer, answerButton, given, last, member, openPage } from '../../../kit/pages/open-phone'

const YEAR_MS = 31_536_000_000

beforeEach(() => wechat.reset())

describe('signing in with the number of WeChat', () => {
  it('signing in with the number of WeChat sends the phone code with a wx.login code fetched before the tap', async () => {
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

  it('signing in with the number of WeChat fetches another code once the clock of the phone was set back', async () => {
    let asked = 0
    const clock = fakeClock(YEAR_MS)
    const { wechat: device } = fakePlatform()
    const loginCode = () => Promise.resolve(`early-${++asked}`)
    const platform = fakePlatform({ clock, wechat: { ...device, loginCode } })
    const page = await openPage(refused(404), platform)
    clock.set(0)
    await answerButton(page, 'phone-sign-in', given)
    expect(last(page)?.body).toMatchObject({ code: 'early-2' })
  })

  // docs/wechat.md 4.7
  it('signing in with the number of WeChat leads into the link flow when the number is another person’s', async () => {
    const page = await openPage(refused(404))
    await answerButton(page, 'phone-sign-in', given)
    await answer(page, refused(404))
    expect(page.text('phone-said')).toContain('另一个账号')
    await page.tap('phone-link')
    expect(wechat.calls('navigateTo')).toEqual([{ url: '/pages/member/link/index' }])
    expect(page.session().tag).not.toBe('member')
  })

  it('signing in with the number of WeChat asks for another tap when the permission has expired', async () => {
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
  ])(
    'signing in with the number of WeChat sends nothing for %j and says what else can be done',
    async (detail, says) => {
      const page = await openPage(refused(404))
      const sent = page.network.requests.length
      await answerButton(page, 'phone-sign-in', detail)
      expect(page.text('phone-said')).toContain(says)
      expect(page.has('sms-send')).toBe(true)
      expect(page.network.requests.length).toBe(sent)
    },
  )

  it('signing in with the number of WeChat is not offered to someone whom the launch is just signing in', async () => {
    const page = renderPage(PhonePage)
    await page.settled(() => void page.auth.launch())
    expect(page.session()).toMatchObject({ tag: 'signingIn', why: 'launch' })
    expect(page.has('phone-sign-in')).toBe(false)
  })

  it('signing in with the number of WeChat can be declined', async () => {
    const page = await openPage(refused(404))
    await page.tap('phone-skip')
    expect(wechat.calls('switchTab')).toEqual([{ url: '/pages/home/index' }])
  })
})
