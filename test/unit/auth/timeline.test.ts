import { notePhoneAnswer } from '../../../src/auth/observe'
import {
  createTimeline,
  outcomeOf,
  redactPath,
  sessionDetail,
  type TimelineEvent,
} from '../../../src/auth/timeline'
import { BaasError } from '../../../src/baas/errors'
import { alice, answered, granted, refused, settle } from '../../kit/fake-backend'
import { observePlatform } from '../../../src/features/timeline/observe-platform'
import { fakeClock } from '../../kit/fake-clock'
import { fakePlatform } from '../../kit/fake-platform'
import { observedAuth, replay } from '../../kit/replay'
import { phoneEvent } from '../../kit/wx-auth'

type FieldsOf<E> = E extends unknown ? E[keyof E] : never
type TextOf<F> = F extends unknown ? (string extends F ? F : never) : never
/** Fields of an event that any text would fit in; a path fits only once it is redacted. */
type OpenText = TextOf<FieldsOf<TimelineEvent>>

/** Offline, then online; a 401 that is renewed; a refresh; a sign-out that cannot reach the server. */
const story = async () => {
  const { auth, network, clock, timeline, heard } = observedAuth({ answersLogins: true })
  const launched = auth.launch()
  await settle()
  network.fail(new BaasError(600))
  await launched
  clock.advance(3_000)
  heard.online()
  await settle()
  network.answer(granted({ ...alice, _phone: '13800000000' }))
  await settle()
  clock.advance(700_000)
  heard.show()
  await settle()
  network.answer(refused(401))
  await settle()
  network.answer(granted(alice, 3_600, 'secret-token'))
  await settle()
  network.answer(answered(alice))
  await settle()
  void auth.signOut()
  await settle()
  network.fail(new BaasError(601))
  await settle()
  return timeline.events()
}

const sessionsIn = (events: readonly TimelineEvent[]) =>
  events.filter(({ what }) => what === 'session')

describe('the auth timeline', () => {
  it('the auth timeline reports every intent, request, platform answer and transition, in order', async () => {
    const told = (await story()).map((event) =>
      event.what === 'session'
        ? event.tag
        : event.what === 'request'
          ? `${event.method} ${event.outcome}`
          : event.what === 'platform'
            ? `wx.${event.api} ${event.outcome}`
            : event.intent,
    )
    expect(told).toEqual([
      ...['launch', 'signingIn', 'wx.login 0', 'POST 600', 'guest'],
      ...['online', 'signingIn', 'wx.login 0', 'POST 201', 'member'],
      ...['show', 'GET 401', 'wx.login 0', 'POST 201', 'member', 'GET 200', 'member'],
      ...['signOut', 'guest', 'POST 601'],
    ])
  })

  it('the auth timeline holds no token, code, phone number, name or id', async () => {
    const text = JSON.stringify(await story())
    for (const secret of ['secret', 'token', '138', 'Alice', String(alice.id), alice.openid]) {
      expect(text).not.toContain(secret)
    }
  })

  it('the auth timeline is a fixture: played to a fresh machine, the same transitions happen', async () => {
    const recorded = await story()
    const copied = JSON.parse(JSON.stringify(recorded)) as TimelineEvent[]
    expect(sessionsIn(await replay(copied))).toEqual(sessionsIn(recorded))
  })

  it('the type of the auth timeline cannot carry a token, a code, a name or a phone number', () => {
    const isClosed: [OpenText] extends [never] ? true : false = true
    expect(isClosed).toBe(true)
  })

  it('the auth timeline is a fixture also where WeChat did not answer a login', async () => {
    const { auth, timeline, logins } = observedAuth()
    const launched = auth.launch()
    await settle()
    logins.shift()?.fail(new BaasError(601))
    await launched
    const recorded = timeline.events()
    expect(sessionsIn(recorded)).toMatchObject([{ tag: 'signingIn' }, { tag: 'guest' }])
    expect(sessionsIn(await replay(recorded))).toEqual(sessionsIn(recorded))
  })

  it('the auth timeline reports what WeChat answered to the features, and keeps a tap a tap', async () => {
    const timeline = createTimeline(fakeClock())
    const calls: string[] = []
    const bare = fakePlatform({
      askProfile: () => {
        calls.push('popup')
        return Promise.reject(new BaasError(603))
      },
    })
    const { askProfile, privacy, wechat } = observePlatform(bare, timeline)
    const asked = askProfile?.('desc')
    expect(calls).toEqual(['popup'])
    await expect(asked).rejects.toMatchObject({ code: 603 })
    await privacy.requireConsent()
    await wechat.loginCode()
    expect(timeline.events().map((event) => event.what === 'platform' && event.api)).toEqual([
      'getUserProfile',
      'requirePrivacyAuthorize',
      'login',
    ])
  })

  it('the auth timeline keeps the last events only', () => {
    const timeline = createTimeline(fakeClock(), 3)
    for (const intent of ['launch', 'retry', 'show', 'signOut'] as const) {
      timeline.add({ what: 'intent', intent })
    }
    expect(timeline.events()).toMatchObject([
      { intent: 'retry' },
      { intent: 'show' },
      { intent: 'signOut' },
    ])
  })

  it.each([
    ['/hserve/v2.5/user/info/22051668672901/', '/hserve/v2.5/user/info/:id/'],
    ['/hserve/v2.5/idp/wechat/silent-login/', '/hserve/v2.5/idp/wechat/silent-login/'],
    ['/a/7?code=secret', '/a/:id'],
    ['/ext/v1/sessions/8f3cab12-aa01-4c00-9e11-000000000000/', '/ext/v1/sessions/:id/'],
    ['/a/+8613800000000/b/', '/a/:id/b/'],
    ['/a/v2rays/', '/a/:id/'],
  ])('the auth timeline redacts %s', (path, redacted) => {
    expect(redactPath(path)).toBe(redacted)
  })

  it('the auth timeline keeps two hundred events by default, each with its time since the first', () => {
    const clock = fakeClock()
    const timeline = createTimeline(clock)
    for (let count = 0; count <= 200; count += 1) {
      timeline.add({ what: 'platform', api: 'login', outcome: count })
      clock.advance(10)
    }
    expect(timeline.events()).toHaveLength(200)
    expect(timeline.events()[0]).toMatchObject({ outcome: 1, atMs: 10 })
    expect(timeline.events().at(-1)).toMatchObject({ outcome: 200, atMs: 2_000 })
  })

  it('the auth timeline reports an error by its code, and any other by -1', () => {
    expect([outcomeOf(new BaasError(603)), outcomeOf(new Error('603'))]).toEqual([603, -1])
  })

  it('the answer of the phone button is noted, a code alone as a number', () => {
    const timeline = createTimeline(fakeClock())
    notePhoneAnswer(timeline, { errMsg: 'getPhoneNumber:fail user deny' })
    notePhoneAnswer(timeline, phoneEvent.detail)
    notePhoneAnswer(timeline, { code: 'a-code', errMsg: 'getPhoneNumber:ok' })
    expect(timeline.events()).toMatchObject([
      { api: 'getPhoneNumber', outcome: 603 },
      { api: 'getPhoneNumber', outcome: 0 },
      { api: 'getPhoneNumber', outcome: 0 },
    ])
  })

  it('the auth timeline reports a session by its tag, and why it is so', () => {
    const what = 'session'
    const guest = { tag: 'guest', reason: 'offline' } as const
    expect(sessionDetail(guest, 3)).toEqual({ what, tag: 'guest', because: 'offline', epoch: 3 })
    const running = { tag: 'signingIn', why: 'user' } as const
    expect(sessionDetail(running, 3)).toEqual({ what, tag: 'signingIn', because: 'user', epoch: 3 })
    const member = { tag: 'member', user: alice, expiresAtMs: 1, epoch: 3 } as const
    expect(sessionDetail(member, 3)).toEqual({ what, tag: 'member', epoch: 3 })
  })
})
