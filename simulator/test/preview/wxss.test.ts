import fc from 'fast-check'
import { parse } from 'postcss'
import { translateLengths } from '../../host/browser/lengths'
import { translateWxss, type StyleScope } from '../../preview/server/wxss'

const translate = (css: string, scope: StyleScope = 'everywhere') =>
  translateWxss(parse(css), scope)
const light = (css: string) => translate(css).light
const flat = (css: string) => css.replace(/\s+/g, ' ').trim()

describe('WXSS becomes CSS', () => {
  it.each([
    ['750rpx', '100vw'],
    ['-15rpx', '-2vw'],
    ['calc(100% - 7.5rpx)', 'calc(100% - 1vw)'],
    ['0 30rpx 0 15rpx', '0 4vw 0 2vw'],
    ['"10rpx" 75rpx', '"10rpx" 10vw'],
    ['10px', '10px'],
  ])('a length %s is %s', (given, wanted) => {
    expect(translateLengths(given)).toBe(wanted)
  })

  it('every length in rpx is its share of the width of the screen', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 3000 }), (rpx) => {
        const [, vw] = /^(-?[\d.]+)vw$/.exec(translateLengths(`${rpx}rpx`)) ?? []
        expect(Number(vw)).toBeCloseTo(rpx / 7.5, 4)
      }),
    )
  })

  it.each([
    ['page', 'wx-page'],
    ['page .page', 'wx-page .page'],
    ['button::after', 'wx-button::after'],
    ['view>text', 'wx-view>wx-text'],
    ['.view #text', '.view #text'],
    ['input[type="text area"]:focus', 'wx-input[type="text area"]:focus'],
    ['.a:not(view)', '.a:not(wx-view)'],
    ['body', 'wx-body'],
  ])('the selector %s is %s', (given, wanted) => {
    expect(flat(light(`${given} { color: red }`))).toBe(`${wanted} { color: red }`)
  })

  it('what a page styles stays on that page, with no more weight than before', () => {
    const css = translate('.a, page { color: red }', { page: 'pages/me/index' })
    expect(flat(css.light)).toBe(
      ':where([data-page="pages/me/index"]) .a, :where([data-page="pages/me/index"]) wx-page { color: red }',
    )
  })

  it('the steps of an animation are not elements', () => {
    const css = '@keyframes a { from { top: 75rpx } to { top: 0 } }'
    expect(flat(light(css))).toBe('@keyframes a { from { top: 10vw } to { top: 0 } }')
  })

  it('dark rules count on a dark phone only, whatever the browser prefers', () => {
    const css = '@media (prefers-color-scheme: dark) { .a { color: red } }'
    expect(light(css)).toContain('@media (max-width: 0)')
    expect(translate(css).dark).toContain('@media (min-width: 0)')
  })

  it('safe areas are those of the simulated phone', () => {
    const css = light('.a { padding-bottom: env(safe-area-inset-bottom, 4px) }')
    expect(css).toContain('var(--safe-area-inset-bottom, 4px)')
  })
})
