import { leave } from '../../../../src/features/navigation/open'
import { settle } from '../../../kit/fake-backend'
import { wechat } from '../../../kit/stubs/taro'

beforeEach(() => wechat.reset())
afterEach(settle)

describe('leaving a page for the one below it', () => {
  // The route of a page is `pages/…` in WeChat, and `/pages/…` in another router of Taro's.
  it.each(['pages/member/account/email/index', '/pages/member/account/email/index'])(
    'leaving a page for the one below it goes back to that, as the person left it: %s',
    (route) => {
      wechat.answer('getCurrentPages', [{ route }, { route: 'pages/member/link/index' }])
      leave(encodeURIComponent('/pages/member/account/email/index?id=1'))
      expect(wechat.calls('navigateBack')).toHaveLength(1)
      expect(wechat.calls('redirectTo')).toHaveLength(0)
    },
  )

  it('leaving a page for another than the one below it opens that in its place', () => {
    wechat.answer('getCurrentPages', [
      { route: 'pages/member/account/index' },
      { route: 'pages/member/link/index' },
    ])
    leave(encodeURIComponent('/pages/member/account/email/index'))
    expect(wechat.calls('navigateBack')).toHaveLength(0)
    expect(wechat.calls('redirectTo')).toEqual([{ url: '/pages/member/account/email/index' }])
  })
})
