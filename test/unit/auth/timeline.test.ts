import { createTimeline, redactPath, type TimelineEvent } from '../../../src/auth/timeline'
import { BaasError } from '../../../src/baas/errors'
import { alice, answered, granted, refused, settle } from '../../kit/fake-backend'
import { fakeClock } from '../../kit/fake-clock'
import { observedAuth, replay } from '../../kit/replay'

/** Offline, then online; a 401 that is renewed; a refresh; a sign-out that cannot reach the server. */
async function story() {
  const { auth, network, clock, timeline, heard } = observedAuth()
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
  it('tells every intent, request, platform answer and transition, in order', async () => {
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

  it('holds no token, code, phone number, name or id', async () => {
    const text = JSON.stringify(await story())
    for (const secret of ['secret', 'token', '138', 'Alice', String(alice.id), alice.openid]) {
      expect(text).not.toContain(secret)
    }
  })

  it('is a fixture: played to a fresh machine, the same transitions happen', async () => {
    const recorded = await story()
    const copied = JSON.parse(JSON.stringify(recorded)) as TimelineEvent[]
    expect(sessionsIn(await replay(copied))).toEqual(sessionsIn(recorded))
  })

  it('keeps the last events only', () => {
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
  ])('redacts %s', (path, redacted) => {
    expect(redactPath(path)).toBe(redacted)
  })
})
