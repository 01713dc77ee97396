import type { Exchange } from './kit/exchange'
import { openWorld } from './kit/world'
import type { Phone } from './kit/phone'

/** A red dot: a PNG of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
)

/** Expectations: vendor's documents on each call; docs/protocol.md 5. */
describe('the utilities, by the vendor’s SDK', () => {
  const world = openWorld()

  const signedIn = async (person: string): Promise<Phone> => {
    const phone = world.phone(person)
    await phone.BaaS.auth.loginWithWechat()
    return phone
  }

  it('the report of a template message that opened the app is taken', async () => {
    const phone = world.phone('utilities-card')
    phone.BaaS.reportTemplateMsgAnalytics({ scene: 1014, query: { _H_utm_campaign: 'card-7' } })
    await phone.BaaS.auth.loginWithWechat()
    const isReport = ({ path }: Exchange) => path === '/hserve/v2.0/template-message/event-report/'
    // The SDK reports on its own, and a test cannot wait for it.
    while (!phone.wire.some(isReport)) await phone.BaaS.getServerDate()
    expect(phone.wire.find(isReport)).toMatchObject({
      method: 'POST',
      body: { stats_id: 'card-7', platform: 'wechat_miniapp' },
      status: 200,
    })
  })

  it('the server’s time is answered with its zone', async () => {
    const { data } = await world.phone('utilities-alice').BaaS.getServerDate()
    expect(String(data['time'])).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
    )
    expect(Math.abs(Date.parse(String(data['time'])) - Date.now())).toBeLessThan(60_000)
  })

  // docs/protocol.md 1.2
  it('the cloud function that updates the caller’s profile runs by the vendor’s SDK', async () => {
    const phone = await signedIn('utilities-bob')
    const { id } = await phone.BaaS.auth.getCurrentUser()
    const data = await world.wechat.profile('utilities-bob')
    const job = await phone.BaaS.invoke('update_wechat_user_info', {
      userID: id,
      data,
      syncUserProfile: 'overwrite',
    })
    expect(job).toMatchObject({ code: 0, data: { id, nickname: data.userInfo['nickName'] } })
    expect((await phone.BaaS.auth.getCurrentUser()).get('nickname')).toBe(data.userInfo['nickName'])
  })

  // docs/protocol.md 9.39
  it('the cloud function never writes to another person', async () => {
    const victim = await signedIn('utilities-carol')
    const { id } = await victim.BaaS.auth.getCurrentUser()
    const phone = await signedIn('utilities-mallory')
    const data = await world.wechat.profile('utilities-mallory')
    await phone.BaaS.invoke('update_wechat_user_info', {
      userID: id,
      data,
      syncUserProfile: 'overwrite',
    }).catch(() => null)
    const untouched = await victim.BaaS.auth.getCurrentUser()
    expect(untouched.get('nickname')).not.toBe(data.userInfo['nickName'])
  })

  it('a function that is not deployed is answered 404, and ok at once for an asynchronous call', async () => {
    const phone = await signedIn('utilities-dave')
    await expect(phone.BaaS.invoke('no_such_function')).rejects.toMatchObject({ code: 404 })
    const accepted = await phone.BaaS.invoke('throws', {}, false)
    expect(accepted).toEqual({ status: 'ok' })
  })

  it('wxCensorText of the vendor’s SDK censors text', async () => {
    const phone = await signedIn('utilities-erin')
    const { data } = await phone.BaaS.wxCensorText('你好')
    expect(data).toEqual({ risky: false })
    await world.wechat.fault({
      kind: 'verdict',
      suggest: 'risky',
      api: 'wxa/msg_sec_check',
      times: 1,
    })
    expect((await phone.BaaS.wxCensorText('你好')).data).toEqual({ risky: true })
  })

  it('an uploaded picture has an address where it can be fetched', async () => {
    const phone = await signedIn('utilities-frank')
    phone.keepFile('wxfile://tmp/a.png', { bytes: PNG, mimeType: 'image/png' })
    const { data } = await new phone.BaaS.File().upload({
      filePath: 'wxfile://tmp/a.png',
      fileName: 'a.png',
    })
    const { path, file } = data as { path: string; file: { id: string; mime_type: string } }
    expect(file).toMatchObject({ id: expect.any(String), mime_type: 'image/png', path })
    const fetched = await fetch(path)
    expect(fetched.status).toBe(200)
    expect(fetched.headers.get('content-type')).toMatch(/^image\//)
  })

  it('a picture is censored by its bytes and by its file id', async () => {
    const phone = await signedIn('utilities-grace')
    phone.keepFile('wxfile://tmp/b.png', { bytes: PNG, mimeType: 'image/png' })
    // The SDK hands out the bare body here; the documents show res.data.risky (docs/protocol.md 9.28).
    expect(await phone.BaaS.wxCensorImage('wxfile://tmp/b.png')).toHaveProperty('risky')

    const { data } = await new phone.BaaS.File().upload({ filePath: 'wxfile://tmp/b.png' })
    const { file } = data as { file: { id: string } }
    const asked = await phone.BaaS.censorAsync(file.id)
    expect(asked.statusCode).toBe(201)
    const result = await phone.BaaS.getCensorResult(String(asked.data['id']))
    expect(result.data).toMatchObject({ id: asked.data['id'] })
    expect(result.data).toHaveProperty('risky')
  })

  it('the latest SDK version is named to DevTools', async () => {
    const phone = world.phone('utilities-heidi', { platform: 'devtools' })
    await phone.BaaS.auth.loginWithWechat()
    const asked = phone.wire.find(({ path }) => path === '/hserve/v1/latest-sdk-version/')
    expect(asked).toMatchObject({
      status: 200,
      answer: { wechat_miniapp: expect.stringMatching(/^v3\.\d+\.\d+$/) },
    })
  })
})
