import fc from 'fast-check'
import { parse } from 'postcss'
import { styleScopeOf } from '../../host/core/view/style-isolation'
import { translateLengths } from '../../host/browser/lengths'
import { translateWxss, type StyleOwner } from '../../preview/server/wxss'

const translate = (css: string, owner: StyleOwner = 'app', path = 'app') =>
  translateWxss(parse(css), owner, path)
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
  ])('a length of WXSS %s is %s', (given, wanted) => {
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
    ['.a:nth-child(2n+1)', '.a:nth-child(2n+1)'],
    ['view:nth-last-of-type(odd) text', 'wx-view:nth-last-of-type(odd) wx-text'],
  ])('the selector of WXSS %s is %s', (given, wanted) => {
    expect(flat(light(`${given} { color: red }`))).toBe(`${wanted} { color: red }`)
  })

  it('a style of a page stays on that page, with no more weight than before', () => {
    const css = translate('.a, page { color: red }', 'page', 'pages/me')
    expect(flat(css.light)).toBe(
      ':where([data-page="pages/me"]) .s-pages_2f_me--a, :where([data-page="pages/me"]) wx-page { color: red }',
    )
  })

  it.each([
    ['.a .b:not(.c)', '.s-c_2f_c--a .s-c_2f_c--b:not(.s-c_2f_c--c)'],
    [':host', '[wx-host="s-c_2f_c"]'],
    [':host .a', '[wx-host="s-c_2f_c"] .s-c_2f_c--a'],
    ['.红', '.s-c_2f_c--红'],
    ['.w-1\\/2', '.s-c_2f_c--w-1\\/2'],
    ['.a[class*=".x"]', '.s-c_2f_c--a[class*=".x"]'],
    ['view.a::after', 'wx-view.s-c_2f_c--a::after'],
  ])("the selector %s of a component's WXSS is %s", (given, wanted) => {
    expect(flat(translate(`${given} { color: red }`, 'component', 'c/c').light)).toBe(
      `${wanted} { color: red }`,
    )
  })

  it('the classes of two components never have one scope', () => {
    const path = fc.stringMatching(/^[a-z_/-]{1,8}$/)
    fc.assert(
      fc.property(path, path, (one, other) => {
        fc.pre(one !== other)
        expect(styleScopeOf(one)).not.toBe(styleScopeOf(other))
      }),
    )
  })

  it('the steps of an animation in WXSS are not elements', () => {
    const css = '@keyframes a { from { top: 75rpx } to { top: 0 } }'
    expect(flat(light(css))).toBe('@keyframes a { from { top: 10vw } to { top: 0 } }')
  })

  it('the dark rules of WXSS count on a dark phone only, whatever the browser prefers', () => {
    const css = '@media (prefers-color-scheme: dark) { .a { color: red } }'
    expect(light(css)).toContain('@media (max-width: 0)')
    expect(translate(css).dark).toContain('@media (min-width: 0)')
  })

  it('the safe areas in WXSS are those of the simulated phone', () => {
    const css = light('.a { padding-bottom: env(safe-area-inset-bottom, 4px) }')
    expect(css).toContain('var(--safe-area-inset-bottom, 4px)')
  })
})
