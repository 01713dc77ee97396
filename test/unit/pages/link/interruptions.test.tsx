import { BaasError } from '../../../../src/baas/errors'
import LinkPage from '../../../../src/pages/member/link/index'
import { granted, refused } from '../../../kit/fake-backend'
import { fakePlatform } from '../../../kit/fake-platform'
import { renderPage } from '../../../kit/render-page'
import { wechat } from '../../../kit/stubs/taro'
import { answer, linked, openUnlinked, submit, webUser } from '../../../kit/pages/open-link'

beforeEach(() => wechat.reset())

describe('an interruption', () => {
  it('in the network leaves the last step to be tried again', async () => {
    const page = await openUnlinked()
    await submit(page)
    await answer(page, granted(webUser))
    await page.settled(() => page.network.fail(new BaasError(600)))
    expect(page.text('link-failure')).toContain('网络')
    await page.tap('link-finish')
    await answer(page, linked)
    expect(page.has('link-done')).toBe(true)
  })

  it('by a killed app is picked up where it was', async () => {
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
  it('opens an account with WeChat only', async () => {
    const page = await openUnlinked()
    await page.tap('link-continue')
    await answer(page, granted({ ...webUser, openid: 'openid-of-alice' }))
    expect(page.has('link-done')).toBe(true)
  })

  it('says why that did not work, and can be tried again', async () => {
    const page = await openUnlinked()
    await page.tap('link-continue')
    await answer(page, refused(503))
    expect(page.text('link-failure')).toContain('服务器')
    expect(page.byId('link-continue').className).toContain('button-ready')
  })

  // docs/wechat.md 9.3
  it('goes back to where it came from on "not now", and only to a page of ours', async () => {
    wechat.answer('params', { redirect: encodeURIComponent('https://evil.example/') })
    const page = await openUnlinked()
    await page.tap('link-later')
    expect(wechat.calls('switchTab')).toEqual([{ url: '/pages/home/index' }])
  })

  it('leads back to the page that asked', async () => {
    wechat.answer('params', { redirect: encodeURIComponent('/pages/me/index') })
    const page = await openUnlinked()
    await page.tap('link-later')
    expect(wechat.calls('switchTab')).toEqual([{ url: '/pages/me/index' }])
  })
})
