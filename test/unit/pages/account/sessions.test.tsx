import SessionsPage from '../../../../src/pages/member/account/sessions/index'
import { BaasError, CODE } from '../../../../src/baas/errors'
import { refused } from '../../../kit/fake-backend'
import { wechat } from '../../../kit/stubs/taro'
import { answer, last, ok, openPage } from '../../../kit/pages/open-account'

const device = (id: string, current: boolean) => ({
  id,
  current,
  login_method: 'wechat_silent',
  user_agent: 'iPhone',
  created_at: 1_700_000_000,
})

beforeEach(() => wechat.reset())

describe('the list of devices', () => {
  it('the list of devices ends another device, which leaves the list', async () => {
    const page = await openPage(SessionsPage)
    await answer(page, ok({ objects: [device('here', true), device('there', false)] }))
    expect(page.text('session-there')).toContain('iPhone 上的微信')
    await page.tap('session-end-there')
    expect(page.text('session-end-question')).toContain('iPhone 上的微信')
    await page.tap('session-end-sure')
    expect(last(page)).toMatchObject({ method: 'DELETE' })
    await answer(page, ok())
    expect(page.has('sessions-alone')).toBe(true)
  })

  it('the list of devices ends nothing by two taps on a row, and nothing when the person would rather keep it', async () => {
    const page = await openPage(SessionsPage)
    await answer(page, ok({ objects: [device('here', true), device('there', false)] }))
    const sent = page.network.requests.length
    await page.tap('session-end-there')
    await page.tap('session-end-there')
    await page.tap('session-end-keep')
    expect(page.has('session-end-sure')).toBe(false)
    expect(page.network.requests.length).toBe(sent)
  })

  it('the list of devices ends two devices, the second before the first has an answer', async () => {
    const page = await openPage(SessionsPage)
    const devices = [device('here', true), device('there', false), device('yonder', false)]
    await answer(page, ok({ objects: devices }))
    await page.tap('session-end-there')
    await page.tap('session-end-sure')
    await page.tap('session-end-yonder')
    await page.tap('session-end-sure')
    await answer(page, ok(), ok())
    expect(page.has('sessions-alone')).toBe(true)
  })

  it('the list of devices treats a device that has ended elsewhere as ended', async () => {
    const page = await openPage(SessionsPage)
    await answer(page, ok({ objects: [device('here', true), device('there', false)] }))
    await page.tap('session-end-there')
    await page.tap('session-end-sure')
    await answer(page, refused(404))
    expect(page.has('sessions-alone')).toBe(true)
  })

  it('the list of devices says that nothing was ended without a network, and keeps the list for another try', async () => {
    const page = await openPage(SessionsPage)
    await answer(page, ok({ objects: [device('here', true), device('there', false)] }))
    await page.tap('sessions-end-others')
    await page.tap('sessions-end-others-sure')
    await page.settled(() => page.network.fail(new BaasError(CODE.networkDisconnected)))
    expect(page.text('sessions-end-failure')).toContain('网络')
    await page.tap('sessions-end-others')
    await page.tap('sessions-end-others-sure')
    await answer(page, ok())
    expect(page.has('sessions-alone')).toBe(true)
  })

  it('the list of devices shows that it ends the others for as long as a slow phone takes', async () => {
    const page = await openPage(SessionsPage)
    await answer(page, ok({ objects: [device('here', true), device('there', false)] }))
    await page.tap('sessions-end-others')
    await page.tap('sessions-end-others-sure')
    expect(page.byId('sessions-end-others').className).toContain('button-busy')
    await answer(page, refused(503))
    expect(page.byId('sessions-end-others').className).toContain('button-ready')
  })

  it('the list of devices says when the backend has no list', async () => {
    const page = await openPage(SessionsPage)
    await answer(page, refused(404))
    expect(page.text('sessions-failure')).toContain('不支持')
  })

  it('the list of devices can be fetched again after a failure', async () => {
    const page = await openPage(SessionsPage)
    await answer(page, refused(503))
    await page.tap('sessions-failure-retry')
    await answer(page, ok({ objects: [device('here', true)] }))
    expect(page.has('session-current')).toBe(true)
  })
})
