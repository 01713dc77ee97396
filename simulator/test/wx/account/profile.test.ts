import type { WechatServers } from '../../../wx/wechat-servers'
import { countingServers } from '../../host/bundle'
import { createPhone, type PhoneOptions } from '../phone'

const ask = (option: object, phone: PhoneOptions = {}) => {
  const { call, gesture, person } = createPhone(phone)
  return { asked: person.asked, outcome: gesture.during(() => call('getUserProfile', option)) }
}

/** A phone of the time when the answer was real. */
const REAL = { device: { libVersion: '2.27.0' } } as const

describe('wx.getUserProfile', () => {
  it('wx.getUserProfile returns the profile when called inside a tap, with a popup at every call', async () => {
    const { call, gesture, person } = createPhone(REAL)
    for (let time = 0; time < 2; time += 1) {
      expect(
        await gesture.during(() => call('getUserProfile', { desc: '用于会员资料' })),
      ).toMatchObject({
        errMsg: 'getUserProfile:ok',
        userInfo: { nickName: 'alice' },
      })
    }
    expect(person.asked.filter(({ kind }) => kind === 'getUserProfile')).toHaveLength(2)
  })

  it('wx.getUserProfile fails outside a tap, and after an await inside one', async () => {
    const { call, gesture } = createPhone()
    const late = gesture.during(async () => {
      await call('login')
      return call('getUserProfile', { desc: 'd' })
    })
    const lost = { errMsg: 'getUserProfile:fail can only be invoked by user TAP gesture.' }
    expect(await late).toEqual(lost)
    expect(await call('getUserProfile', { desc: 'd' })).toEqual(lost)
  })

  it('wx.getUserProfile asks no one where the answer is anonymous, and asks in the language it is asked for', async () => {
    const { asked, outcome } = ask({ desc: 'd' })
    await outcome
    expect(asked.filter(({ kind }) => kind === 'getUserProfile')).toEqual([])
    const questions: unknown[] = []
    const servers = {
      ...countingServers(),
      profile: (question: Parameters<WechatServers['profile']>[0]) => {
        questions.push(question)
        return countingServers().profile(question)
      },
    }
    await ask({ desc: 'd', lang: 'zh_TW' }, { ...REAL, servers }).outcome
    await ask({ desc: 'd', lang: 'fr' }, { ...REAL, servers }).outcome
    expect(questions).toMatchObject([{ lang: 'zh_TW' }, {}])
  })

  it('wx.getUserProfile counts the confirmation of a modal as a tap', async () => {
    const { wx, call } = createPhone()
    const outcome = new Promise((resolve) => {
      wx['showModal']?.({ success: () => resolve(call('getUserProfile', { desc: 'd' })) })
    })
    expect(await outcome).toMatchObject({ errMsg: 'getUserProfile:ok' })
  })

  it.each(['', 'x'.repeat(31)])('wx.getUserProfile refuses the desc %j', async (desc) => {
    expect(await ask({ desc }).outcome).toEqual({
      errMsg: 'getUserProfile:fail desc length does not meet the requirements',
    })
  })

  it('wx.getUserProfile takes a desc of thirty characters and demands one', async () => {
    expect(await ask({ desc: '说'.repeat(30) }).outcome).toMatchObject({
      errMsg: 'getUserProfile:ok',
    })
    expect(await ask({}).outcome).toMatchObject({
      errMsg: expect.stringContaining('parameter.desc should be String'),
    })
  })

  it('wx.getUserProfile fails with auth deny when the person refuses', async () => {
    expect(
      await ask({ desc: 'd' }, { ...REAL, replies: { getUserProfile: 'refuse' } }).outcome,
    ).toEqual({
      errMsg: 'getUserProfile:fail auth deny',
    })
  })

  it.each([
    ['2.15.0', 'devtools', 'by-library', 'real-without-crypto'],
    ['2.15.0', 'android', 'by-library', 'real'],
    ['2.16.0', 'devtools', 'by-library', 'real'],
    ['2.27.0', 'ios', 'by-library', 'real'],
    ['2.27.1', 'ios', 'by-library', 'anonymous'],
    ['3.10.0', 'ios', 'real', 'real'],
    ['3.10.0', 'ios', 'real-without-crypto', 'real-without-crypto'],
    ['2.15.0', 'devtools', 'anonymous', 'anonymous'],
  ] as const)(
    'wx.getUserProfile on %s, %s, registered as %s, is %s',
    async (libVersion, platform, profileEra, era) => {
      const eras: string[] = []
      const servers: WechatServers = {
        ...countingServers(),
        profile: (asked) => {
          eras.push(asked.era)
          return countingServers().profile(asked)
        },
      }
      const phone = { servers, device: { libVersion, platform }, registration: { profileEra } }
      await ask({ desc: 'd' }, phone).outcome
      expect(eras).toEqual([era])
    },
  )
})
