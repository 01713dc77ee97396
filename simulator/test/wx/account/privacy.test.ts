import { createManualClock } from '../../../wx/phone/clock'
import { createPhoneMemory } from '../../../wx/phone/memory'
import { createPhone, type PhoneOptions } from '../phone'

const REFUSED = 'requirePrivacyAuthorize:fail privacy permission is not authorized'
type Resolve = (resolution: { event: string; buttonId?: string }) => void

/** A phone whose app shows a popup of its own: what the listener was given is kept. */
const withListener = (options: PhoneOptions = {}) => {
  const phone = createPhone(options)
  const calls: { resolve: Resolve; referrer: string }[] = []
  const listen = () =>
    phone.wx['onNeedPrivacyAuthorization']?.(((resolve: Resolve, info: { referrer: string }) => {
      calls.push({ resolve, referrer: info.referrer })
    }) as never)
  listen()
  return { ...phone, calls }
}

describe('privacy authorisation', () => {
  it('the privacy authorisation shows the official popup, and asks no more once agreed, not even at the next launch', async () => {
    const memory = createPhoneMemory()
    const first = createPhone({ memory })
    expect(await first.call('getPrivacySetting')).toMatchObject({ needAuthorization: true })
    expect(await first.call('requirePrivacyAuthorize')).toEqual({
      errMsg: 'requirePrivacyAuthorize:ok',
    })
    expect(first.person.asked).toEqual([
      { kind: 'privacy', shows: { referrer: 'requirePrivacyAuthorize' } },
    ])
    const second = createPhone({ memory })
    await second.call('requirePrivacyAuthorize')
    expect(second.person.asked).toEqual([])
    expect(await second.call('getPrivacySetting')).toMatchObject({ needAuthorization: false })
  })

  it('the privacy authorisation fails with errno 104 when refused, stays silent for ten seconds, then asks again', async () => {
    const clock = createManualClock(0)
    const { call, person } = createPhone({ clock, replies: { privacy: 'disagree' } })
    expect(await call('requirePrivacyAuthorize')).toEqual({ errMsg: REFUSED, errno: 104 })
    await clock.advance(9_999)
    expect(await call('requirePrivacyAuthorize')).toEqual({ errMsg: REFUSED, errno: 104 })
    expect(person.asked).toHaveLength(1)
    await clock.advance(1)
    person.replies.privacy = 'agree'
    expect(await call('requirePrivacyAuthorize')).toEqual({ errMsg: 'requirePrivacyAuthorize:ok' })
    expect(person.asked).toHaveLength(2)
  })

  it('the APIs of privacy authorisation return no promise: they are not promisified', () => {
    const { wx } = createPhone()
    expect(wx['getPrivacySetting']?.()).toBeUndefined()
    expect(wx['requirePrivacyAuthorize']?.()).toBeUndefined()
  })

  it('the privacy authorisation holds every pending call until its own resolve', async () => {
    const { call, calls, press } = withListener()
    const [one, two] = [call('requirePrivacyAuthorize'), press('getPhoneNumber')]
    await press('agreePrivacyAuthorization', 'agree')
    expect(calls.map(({ referrer }) => referrer)).toEqual([
      'requirePrivacyAuthorize',
      'button.getPhoneNumber',
    ])
    for (const { resolve } of calls) resolve({ event: 'agree', buttonId: 'agree' })
    expect(await one).toEqual({ errMsg: 'requirePrivacyAuthorize:ok' })
    expect(await two).toMatchObject([{ errMsg: 'getPhoneNumber:ok' }])
  })

  it('the privacy authorisation takes agree only with the id of the button that was tapped', async () => {
    const { call, calls } = withListener()
    const pending = call('requirePrivacyAuthorize')
    calls[0]?.resolve({ event: 'exposureAuthorization' })
    calls[0]?.resolve({ event: 'agree', buttonId: 'never-tapped' })
    expect(await pending).toEqual({ errMsg: `${REFUSED} or buttonId is wrong`, errno: 104 })
  })

  it('the privacy authorisation fails on disagree', async () => {
    const { call, calls } = withListener()
    const pending = call('requirePrivacyAuthorize')
    calls[0]?.resolve({ event: 'disagree' })
    expect(await pending).toEqual({ errMsg: REFUSED, errno: 104 })
  })

  it('the privacy authorisation calls the last listener only', async () => {
    const { wx, call, calls } = withListener()
    const late: string[] = []
    wx['onNeedPrivacyAuthorization']?.(
      ((_resolve: Resolve, { referrer }: { referrer: string }) =>
        void late.push(referrer)) as never,
    )
    void call('requirePrivacyAuthorize')
    expect(calls).toEqual([])
    expect(late).toEqual(['requirePrivacyAuthorize'])
  })

  it('the privacy authorisation needs no listener once the agree button was tapped', async () => {
    const { call, press, person } = createPhone()
    expect(await press('agreePrivacyAuthorization')).toEqual([
      { name: 'agreeprivacyauthorization', errMsg: 'agreePrivacyAuthorization:ok' },
    ])
    await call('requirePrivacyAuthorize')
    expect(person.asked).toEqual([])
  })

  it('the privacy authorisation fails with errno 112 for what the operator did not declare, agreed or not', async () => {
    const { call, press, gesture } = createPhone({
      registration: { undeclared: ['getUserProfile', 'chooseAvatar'] },
    })
    const undeclared = { errno: 112, errMsg: expect.stringContaining('api scope is not declared') }
    expect(await gesture.during(() => call('getUserProfile', { desc: 'd' }))).toEqual(undeclared)
    expect(await press('chooseAvatar')).toEqual([{ name: 'chooseavatar', ...undeclared }])
  })

  it('the privacy authorisation fails a button with errno 103 when refused', async () => {
    const { press } = createPhone({ replies: { privacy: 'disagree' } })
    expect(await press('getPhoneNumber')).toMatchObject([{ name: 'getphonenumber', errno: 103 }])
  })

  it('the privacy authorisation does not intercept below base library 2.32.3', async () => {
    const { press, person } = createPhone({
      device: { libVersion: '2.32.2' },
      replies: { privacy: 'disagree' },
    })
    expect(await press('getPhoneNumber')).toMatchObject([{ errMsg: 'getPhoneNumber:ok' }])
    expect(person.asked.map(({ kind }) => kind)).toEqual(['phoneNumber'])
  })
})
