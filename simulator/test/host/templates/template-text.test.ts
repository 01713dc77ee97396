import { errorsOf, onePage, run } from '../bundle'

const shown = async (template: string, data = '{}') => {
  const app = await run(onePage(`Page({ data: ${data} })`, `<view id="all">${template}</view>`))
  const text = app.text('all')
  expect(errorsOf(app)).toEqual([])
  app.close()
  return text
}

describe('text of a template, as Tencent’s compiler makes it', () => {
  it.each([
    ['{{n}}', '{ n: null }', 'null'],
    ['a{{n}}b{{u}}', '{ n: null }', 'anullb'],
    ['{{o.p.q}}', '{ o: null }', ''],
  ])(
    'the text of a template writes null, and leaves undefined out: %s of %s',
    async (template, data, text) => {
      expect(await shown(template, data)).toBe(text)
    },
  )

  it.each([
    ['<text>a\\nb\\tc</text>', 'a\nb\tc'],
    ['<text>{{"a\\nb"}}</text>', 'a\nb'],
  ])('the text of a template breaks a line at the escape of one: %s', async (template, text) => {
    expect(await shown(template)).toBe(text)
  })

  it.each([
    ['<view>&lt;b&gt;&nbsp;&amp;</view>', '&lt;b&gt;&nbsp;&amp;'],
    ['<text>&lt;</text>', '&lt;'],
    ['<text decode>&lt;&nbsp;</text><text>&lt;</text>', '<\u00a0&lt;'],
    ['<text class="a > b" decode="{{true}}">&gt;</text>', '>'],
    ['<text decode="{{false}}">&gt;</text>', '&gt;'],
    ['<text user-select decode-not>&gt;</text>', '&gt;'],
    ['<!-- &lt; \\n --><view wx:if="{{1 < 2 && 3 > 2}}">a & b</view>', 'a & b'],
    ['<wxs module="w">module.exports = "&lt;<b>"</wxs>{{w}}', '&lt;<b>'],
  ])(
    'the text of a template leaves entities as they are written, save where a text decodes: %s',
    async (template, text) => {
      expect(await shown(template)).toBe(text)
    },
  )
})
