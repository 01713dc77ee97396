import { errorsOf, onePage, run } from './bundle'

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
  ])('writes null, and leaves undefined out: %s of %s', async (template, data, text) => {
    expect(await shown(template, data)).toBe(text)
  })

  it.each([
    ['<text>a\\nb\\tc</text>', 'a\nb\tc'],
    ['<text>{{"a\\nb"}}</text>', 'a\nb'],
  ])('breaks a line at the escape of one: %s', async (template, text) => {
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
    'leaves entities as they are written, save where a text decodes: %s',
    async (template, text) => {
      expect(await shown(template)).toBe(text)
    },
  )
})

describe('names of WXS', () => {
  it.each(['class', 'enum', 'new', 'let', 'const', 'try', 'in', 'import', 'yield', 'static'])(
    'may be what JavaScript keeps for itself: %s',
    async (name) => {
      const script = `module.exports = { f: function (x) { var ${name} = 2; return ${name} + x } }`
      expect(await shown(`<wxs module="w">${script}</wxs>{{w.f(1)}}`)).toBe('3')
    },
  )
})
