import { fireEvent } from '@testing-library/react'
import { BaasError, CODE } from '../../../src/baas/errors'
import { TABS } from '../../../src/features/navigation/routes'
import MePage from '../../../src/pages/me/index'
import { answered, granted, refused } from '../../kit/fake-backend'
import { fakePlatform } from '../../kit/fake-platform'
import { renderPage } from '../../kit/render-page'
import { wechat } from '../../kit/stubs/taro'

const alice = {
  id: 7,
  nickname: 'Alice',
  avatar: '',
  openid: 'openid-of-alice',
  _phone: '13800001234',
}

const openPage = async (launched = granted(alice), platform = fakePlatform()) => {
  const page = renderPage(MePage, { platform })
  await page.settled(() => void page.auth.launch())
  await page.settled(() => page.network.answer(launched))
  return page
}

beforeEach(() => wechat.reset())

describe('the page about oneself', () => {
  it('the Me page shows name, masked phone and what is linked', async () => {
    const page = await openPage()
    expect(page.text('me-profile-value')).toBe('Alice')
    expect(page.text('me-phone-value')).toBe('138****1234')
    expect(page.text('me-link-value')).toBe('已关联')
    expect(page.container.textContent).not.toContain('13800001234')
  })

  it('the Me page does not repeat the state of the session that is on the home page', async () => {
    const page = await openPage()
    expect(page.has('session-state')).toBe(false)
    expect(page.has('session-user-id')).toBe(false)
  })

  it.each([
    ['me-profile', '/pages/member/profile/index'],
    ['me-phone', '/pages/member/phone/index'],
    ['me-account', '/pages/member/account/index'],
    ['me-privacy', '/pages/legal/privacy/index'],
    ['me-terms', '/pages/legal/terms/index'],
  ])('the Me page leads by %s to %s', async (id, url) => {
    const page = await openPage()
    await page.tap(id)
    expect(wechat.calls('navigateTo')).toEqual([{ url }])
  })

  it('the Me page offers to link an account that has no WeChat yet', async () => {
    const page = await openPage(granted({ ...alice, openid: null }))
    await page.tap('me-link')
    expect(wechat.calls('navigateTo')).toEqual([{ url: '/pages/member/link/index' }])
  })

  it('the Me page shows the legal texts to a guest, and nothing of a member', async () => {
    const page = await openPage(refused(404))
    expect(page.has('me-privacy')).toBe(true)
    expect(page.has('me-account')).toBe(false)
    expect(page.has('sign-out')).toBe(false)
  })

  it('the Me page signs out at once, even when the server does not answer', async () => {
    const page = await openPage()
    await page.tap('sign-out')
    expect(page.session()).toMatchObject({ tag: 'guest', reason: 'signedOut' })
    expect(page.has('me-account')).toBe(false)
  })

  it('the Me page signs no one in again who signed out, however often it is pulled down', async () => {
    const page = await openPage()
    await page.tap('sign-out')
    await page.settled(() => page.network.answer(answered()))
    const sent = page.network.requests.length
    await page.settled(() => wechat.pull())
    expect(page.network.requests).toHaveLength(sent)
    expect(page.session()).toMatchObject({ tag: 'guest', reason: 'signedOut' })
    expect(wechat.calls('stopPullDownRefresh')).toHaveLength(1)
  })

  it('the Me page forgets that a pull failed once the member is known anew', async () => {
    const page = await openPage()
    await page.settled(() => wechat.pull())
    await page.settled(() => page.network.fail(new BaasError(CODE.networkDisconnected)))
    expect(page.has('refresh-failure')).toBe(true)
    await page.settled(() => void page.actions.refresh())
    await page.settled(() => page.network.answer(answered({ ...alice, nickname: 'Al' })))
    expect(page.has('refresh-failure')).toBe(false)
  })

  it('the Me page refreshes the member when it is pulled down, says when that fails, and always ends the pull', async () => {
    const page = await openPage()
    await page.settled(() => wechat.pull())
    await page.settled(() =>
      page.network.answer({ status: 200, body: { ...alice, nickname: 'Al' } }),
    )
    expect(page.text('me-profile-value')).toBe('Al')
    await page.settled(() => wechat.pull())
    await page.settled(() => page.network.answer(refused(503)))
    expect(page.text('me-profile-value')).toBe('Al')
    expect(page.text('refresh-failure')).toContain('服务器繁忙')
    await page.settled(() => wechat.pull())
    await page.settled(() => page.network.answer({ status: 200, body: alice }))
    expect(page.has('refresh-failure')).toBe(false)
    expect(wechat.calls('stopPullDownRefresh')).toHaveLength(3)
  })

  it('the Me page switches the language, tab bar and title included', async () => {
    const page = await openPage()
    await page.tap('me-language')
    await page.settled(() => fireEvent.click(page.byId('language-en')))
    expect(page.text('sign-out')).toBe('Sign out')
    const index = TABS.indexOf('pages/me/index')
    expect(wechat.calls('setTabBarItem').slice(-TABS.length)).toContainEqual({ index, text: 'Me' })
    expect(wechat.calls('setNavigationBarTitle').at(-1)).toEqual({ title: 'Me' })
  })
})
