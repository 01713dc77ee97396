import { redirectQuery, redirectTarget } from '../../../src/auth/redirect'

const routes = {
  pages: ['pages/home/index', 'pages/me/index', 'packages/order/detail', 'pages/sign-in/index'],
  tabs: ['pages/home/index', 'pages/me/index'],
  signIn: ['pages/sign-in/index'],
}

describe('the way back after a sign-in', () => {
  it.each([
    ['/packages/order/detail', { kind: 'page', url: '/packages/order/detail' }],
    [
      'packages/order/detail?id=7&from=a',
      { kind: 'page', url: '/packages/order/detail?id=7&from=a' },
    ],
    ['%2Fpackages%2Forder%2Fdetail%3Fid%3D7', { kind: 'page', url: '/packages/order/detail?id=7' }],
    ['/pages/me/index', { kind: 'tab', url: '/pages/me/index' }],
    // switchTab takes no query.
    ['/pages/me/index?x=1', { kind: 'tab', url: '/pages/me/index' }],
    // docs/wechat.md 9.3
  ])('the redirect %s leads back to its page', (redirect, target) => {
    expect(redirectTarget(redirect, routes)).toEqual(target)
  })

  it.each([
    undefined,
    '',
    'https://evil.example/pages/home/index',
    'HTTPS:/pages/home/index',
    '//evil.example/pages/home/index',
    '%2F%2Fevil.example',
    '%252F%252Fevil.example',
    '/\\evil.example',
    '/pages/../pages/home/index',
    '/pages/home/../../x',
    '/pages/home/index/',
    '/pages/unknown/index',
    '/pages/home/index#https://evil',
    '/packages/order/detail?a=b c',
    '/pages/sign-in/index',
    '/pages/sign-in/index?redirect=%2Fpages%2Fhome%2Findex',
    'javascript:alert(1)',
    '%2Fpages%2',
    `/packages/order/detail?x=${'y'.repeat(600)}`,
    // docs/wechat.md 9.3
  ])('the redirect %s leads nowhere', (redirect) => {
    expect(redirectTarget(redirect, routes)).toBeUndefined()
  })

  it('the way back after a sign-in leads to exactly the page that was left', () => {
    const query = redirectQuery('packages/order/detail', {
      id: '7',
      name: '张 三&x=1',
      none: undefined,
    })
    const redirect = query.replace('redirect=', '')
    expect(redirectTarget(redirect, routes)).toEqual({
      kind: 'page',
      url: `/packages/order/detail?id=7&name=${encodeURIComponent('张 三&x=1')}`,
    })
    expect(redirectTarget(decodeURIComponent(redirect), routes)).toEqual(
      redirectTarget(redirect, routes),
    )
  })

  it('the way back after a sign-in is as long as 512 characters and no longer', () => {
    const page = '/packages/order/detail?x='
    const longest = page + 'y'.repeat(512 - page.length)
    expect(redirectTarget(longest, routes)).toEqual({ kind: 'page', url: longest })
    expect(redirectTarget(`${longest}y`, routes)).toBeUndefined()
  })

  it('the way back after a sign-in is written with one slash in front, and without a query where there is none', () => {
    const alone = `redirect=${encodeURIComponent('/packages/order/detail')}`
    expect(redirectQuery('packages/order/detail', {})).toBe(alone)
    expect(redirectQuery('/packages/order/detail', { none: undefined })).toBe(alone)
  })

  it('the way back after a sign-in takes values that are percent-encoded still, and such as cannot be decoded', () => {
    const at = (value: string) => decodeURIComponent(redirectQuery('a', { q: value }))
    expect(at('%E5%BC%A0')).toBe(`redirect=/a?q=${encodeURIComponent('张')}`)
    expect(at('100%')).toBe(`redirect=/a?q=${encodeURIComponent('100%')}`)
  })

  it('the way back after a sign-in keeps a name of the query apart from its value, whatever is in the name', () => {
    const back = decodeURIComponent(redirectQuery('a', { 'p&q=': '1' }))
    expect(back).toBe(`redirect=/a?${encodeURIComponent('p&q=')}=1`)
  })
})
