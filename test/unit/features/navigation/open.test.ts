import { redirectTarget } from '../../../../src/auth/redirect'
import { leave, open, openSignIn } from '../../../../src/features/navigation/open'
import { routes } from '../../../../src/features/navigation/routes'
import { settle } from '../../../kit/fake-backend'
import { wechat } from '../../../kit/stubs/taro'

const pages = (count: number) =>
  wechat.answer('getCurrentPages', Array(count).fill({ route: 'pages/legal/terms/index' }))

beforeEach(() => wechat.reset())
afterEach(settle)

describe('opening a page', () => {
  it('opening a page opens one for two taps', async () => {
    open('privacy')
    open('privacy')
    await settle()
    open('privacy')
    expect(wechat.calls('navigateTo')).toHaveLength(2)
  })

  it('opening a page goes on after WeChat refused to open one', async () => {
    wechat.answer('navigateTo', Promise.reject({ errMsg: 'navigateTo:fail timeout' }))
    open('privacy')
    await settle()
    open('privacy')
    await settle()
    expect(wechat.calls('navigateTo')).toHaveLength(2)
  })

  it('going back goes one page back for two taps', async () => {
    pages(3)
    leave()
    leave()
    expect(wechat.calls('navigateBack')).toHaveLength(1)
  })

  // docs/wechat.md 7.6
  it('opening a page puts it in place of the present one where WeChat would keep no more pages', async () => {
    pages(9)
    open('privacy')
    await settle()
    pages(10)
    open('terms')
    expect(wechat.calls('navigateTo')).toEqual([{ url: '/pages/legal/privacy/index' }])
    expect(wechat.calls('redirectTo')).toEqual([{ url: '/pages/legal/terms/index' }])
  })
})

describe('leaving a page for where a link says', () => {
  const WEB_ONLY = '/pages/web/verify/index'
  afterEach(() => Object.assign(globalThis, { __TARGET__: 'weapp' }))

  it('leaving a page inside WeChat leads home where the link names a page of the browser build only', () => {
    pages(1)
    leave(encodeURIComponent(WEB_ONLY))
    expect(wechat.calls('redirectTo')).toHaveLength(0)
    expect(wechat.calls('switchTab')).toEqual([{ url: '/pages/home/index' }])
  })

  it('leaving a page in a browser leads back to a page of the browser build only', () => {
    Object.assign(globalThis, { __TARGET__: 'h5' })
    pages(1)
    leave(encodeURIComponent(WEB_ONLY))
    expect(wechat.calls('redirectTo')).toEqual([{ url: WEB_ONLY }])
  })
})

describe('leaving a page twice in a row', () => {
  it.each([
    ['a page', 'redirectTo', '/pages/member/account/index'],
    ['a tab', 'switchTab', '/pages/me/index'],
  ])('leaving a page for %s opens that once for two taps: %s', async (_what, api, url) => {
    pages(1)
    leave(encodeURIComponent(url))
    leave(encodeURIComponent(url))
    await settle()
    expect(wechat.calls(api)).toEqual([{ url }])
  })
})

describe('opening the page where people sign in', () => {
  const redirectOf = () => {
    const [{ url }] = wechat.calls('navigateTo') as [{ url: string }]
    return /redirect=(.*)/.exec(url)?.[1]
  }

  it.each([
    ['as it is', 'a b&c=1'],
    ['percent-encoded, as WeChat hands it over', encodeURIComponent('a b&c=1')],
    // docs/wechat.md 7.6
  ])(
    'opening the sign-in page leads back to the same page with its query %s',
    async (_how, from) => {
      wechat.answer('router', {
        path: '/pages/member/profile/index?stamp=AA',
        params: { from, stamp: 'AA', $taroTimestamp: 1 },
      })
      openSignIn()
      await settle()
      const url = `/pages/member/profile/index?from=${encodeURIComponent('a b&c=1')}`
      expect(redirectTarget(redirectOf(), routes())).toEqual({ kind: 'page', url })
      leave(redirectOf())
      expect(wechat.calls('redirectTo')).toEqual([{ url }])
    },
  )

  it('opening the sign-in page leads home where no page is known', () => {
    wechat.answer('router', null)
    openSignIn()
    expect(redirectTarget(redirectOf(), routes())).toEqual({
      kind: 'tab',
      url: '/pages/home/index',
    })
  })
})
