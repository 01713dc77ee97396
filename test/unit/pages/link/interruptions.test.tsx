import { BaasError } from '../../../../src/baas/errors'
import LinkPage from '../../../../src/pages/member/link/index'
import { granted, refused } from '../../../kit/fake-backend'
import { fakePlatform } from '../../../kit/fake-platform'
import { renderPage } from '../../../kit/render-page'
import { wechat } from '../../../kit/stubs/taro'
import {
  answer,
  linked,
  openUnlinked,
  submit,
  unknownHere,
  webUser,
} from '../../../kit/pages/open-link'

beforeEach(() => wechat.reset())

describe('an interruption', () => {
  it('an interruption of the network leaves the last step of the link flow to be tried again', async () => {
    const page = await openUnlinked()
    await submit(page)
    await answer(page, granted(webUser))
    await page.settled(() => page.network.fail(new BaasError(600)))
    expect(page.text('link-failure')).toContain('网络')
    await page.tap('link-finish')
    await answer(page, linked)
    expect(page.has('link-done')).toBe(true)
  })

  it.each([
    ['says that it is linked where the lost answer was a yes', 7, 'link-done'],
    ['says so where this WeChat opens another account', 8, 'link-conflict'],
  ])('a session that ended over the last step of the link flow %s', async (_how, id, shown) => {
    const page = await openUnlinked()
    await submit(page)
    await answer(page, granted(webUser))
    await page.settled(() => page.network.fail(new BaasError(600)))
    await page.tap('link-finish')
    await answer(page, refused(401, 'ended', { error_code: 'session_ended' }))
    await answer(page, granted({ ...webUser, id, openid: 'openid-of-alice' }))
    expect(page.has(shown)).toBe(true)
  })

  it('a session that ended over the last step of the link flow leads to the form, where WeChat opens no account', async () => {
    const page = await openUnlinked()
    await submit(page)
    await answer(page, granted(webUser))
    await page.settled(() => page.network.fail(new BaasError(600)))
    await page.tap('link-finish')
    await answer(page, refused(401, 'ended', { error_code: 'session_ended' }))
    await answer(page, unknownHere)
    expect(page.text('link-failure')).toContain('重新登录')
    expect(page.has('link-username')).toBe(true)
  })

  it('an interruption of the launch ends by itself: who is signed in once the network is back has nothing left to choose', async () => {
    const page = renderPage(LinkPage)
    await page.settled(() => void page.auth.launch())
    await page.settled(() => page.network.fail(new BaasError(600)))
    expect(page.has('link-sign-in')).toBe(true)
    await page.settled(() => page.goOnline())
    await answer(page, granted({ ...webUser, openid: 'openid-of-alice' }))
    expect(page.has('link-done')).toBe(true)
    expect(page.has('link-sign-in')).toBe(false)
  })

  it('a link flow that a killed app interrupted is picked up where it was', async () => {
    const platform = fakePlatform()
    const page = await openUnlinked(platform)
    await submit(page)
    await answer(page, granted(webUser))
    await page.settled(() => page.network.fail(new BaasError(601)))
    page.unmount()

    const again = renderPage(LinkPage, { ...page, platform })
    expect(again.has('link-halfway')).toBe(true)
    await again.tap('link-finish')
    await answer(again, linked)
    expect(again.has('link-done')).toBe(true)
  })
})

describe('the other ways on', () => {
  it('the link page opens an account with WeChat only', async () => {
    const page = await openUnlinked()
    await page.tap('link-continue')
    await answer(page, granted({ ...webUser, openid: 'openid-of-alice' }))
    expect(page.has('link-done')).toBe(true)
  })

  it('the link page says why an account was not opened, and can be tried again', async () => {
    const page = await openUnlinked()
    await page.tap('link-continue')
    await answer(page, refused(503))
    expect(page.text('link-failure')).toContain('服务器')
    expect(page.byId('link-continue').className).toContain('button-ready')
  })

  // docs/wechat.md 9.3
  it('the link page goes back to where it came from on "not now", and only to a page of ours', async () => {
    wechat.answer('params', { redirect: encodeURIComponent('https://evil.example/') })
    const page = await openUnlinked()
    await page.tap('link-later')
    expect(wechat.calls('switchTab')).toEqual([{ url: '/pages/home/index' }])
  })

  it('the link page leads back to the page that asked', async () => {
    wechat.answer('params', { redirect: encodeURIComponent('/pages/me/index') })
    const page = await openUnlinked()
    await page.tap('link-later')
    expect(wechat.calls('switchTab')).toEqual([{ url: '/pages/me/index' }])
  })
})
