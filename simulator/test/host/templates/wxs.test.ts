import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { compileWxs } from '../../../host/wxs/compile'
import { errorsOf, logOf, onePage, run } from '../bundle'

/** What an expression of WXS shows in a page. */
const shown = async (expression: string, before = '') => {
  const template = `<wxs module="m">${before}\nmodule.exports.r = ${expression}</wxs><view id="r">{{m.r}}</view>`
  const app = await run(onePage('Page({})', template))
  const text = app.text('r')
  const errors = errorsOf(app)
  app.close()
  return errors.length === 0 ? text : errors.join()
}

describe('WXS', () => {
  it.each([
    ['typeof getRegExp + typeof getDate', 'functionfunction'],
    ["getRegExp('b+', 'g').exec('abbc')[0]", 'bb'],
    ['getDate(2020, 1, 29).getDate()', '29'],
    ['getDate(0).toISOString()', '1970-01-01T00:00:00.000Z'],
    ['typeof Date.now()', 'number'],
    ['[1, 2].map(function (n) { return n * 2 }).join()', '2,4'],
    ["'a-b'.replace(getRegExp('-'), function () { return '+' })", 'a+b'],
    ['Math.max(1, 2) + Math.PI > 5', 'true'],
    ["JSON.stringify({ a: JSON.parse('[1]') })", '{"a":[1]}'],
    ["parseInt('12px') + isNaN(NaN)", '13'],
    ['(function () { return arguments.length })(1, 2)', '2'],
    ['getDate(0).constructor + getRegExp("a").constructor', 'DateRegExp'],
    ['Number.MAX_VALUE > 1', 'true'],
    ["Number('3') + 1", '4'],
  ])('WXS has the member %s', async (expression, value) => {
    expect(await shown(expression)).toBe(value)
  })

  it.each([
    ...['RegExp', 'Object', 'Array', 'String', 'Boolean', 'Function', 'Symbol', 'Promise', 'Map'],
    ...['eval', 'globalThis', 'window', 'wx', 'Proxy', 'Reflect', 'setTimeout', 'Error', 'exports'],
  ])('WXS has no %s', async (name) => {
    expect(await shown(`typeof ${name}`)).toBe('undefined')
  })

  it.each([
    "''.constructor.constructor",
    "[].constructor.constructor('return this')",
    '({}).__proto__',
    '(function () {}).prototype',
    "(function () {})['call']",
    "[]['find']",
    "''['at']",
    "({})['hasOwnProperty']",
    "getDate(0)['__proto__']",
    'Math.constructor.constructor',
    '(function () { return arguments.callee })()',
    '[].map.constructor.prototype',
  ])('WXS leads to nothing of JavaScript by %s', async (expression) => {
    const value = await shown(`typeof (${expression})`)
    expect(value).toMatch(/^undefined$|^string$|^TypeError: .*(is not a function|WXS)/)
  })

  it('WXS has no global object in this', async () => {
    expect(await shown('f()', 'function f() { return JSON.stringify(this) }')).toBe('{}')
  })

  it('WXS keeps what is assigned without var for all of its modules', async () => {
    expect(await shown('late + 1', 'late = 1')).toBe('2')
  })

  it('WXS counts up once, in names and members', async () => {
    const before =
      'var n = 1; var o = { a: 5 }; var r = n++ + n; var s = o.a-- + o.a; o.b = 1; o.b += 2'
    expect(await shown('[r, s, ++n, o.b].join()', before)).toBe('3,9,3,3')
  })

  it('WXS that cannot be read is reported with file, line and column', async () => {
    const sources = onePage('Page({})', '<wxs src="./a.wxs" module="m" /><view>{{m.x}}</view>', {
      'pages/a.wxs': 'var ok = 1\nmodule.exports.x = new Date()',
    })
    const app = await run(sources)
    expect(errorsOf(app)).toEqual(['SyntaxError: pages/a.wxs:2:20: WXS does not support new.'])
    app.close()
  })

  it('a missing module of WXS is reported with its file', async () => {
    const app = await run(
      onePage('Page({})', '<wxs src="./no.wxs" module="m" /><view>{{m.x}}</view>'),
    )
    expect(errorsOf(app)).toEqual(['SyntaxError: pages/no.wxs is not found.'])
    app.close()
  })

  it('WXS receives events, finds components, and stops an event by returning false', async () => {
    const wxs = `module.exports.tap = function (event, owner) {
      var other = owner.selectComponent('.other')
      other.addClass('seen'); other.setStyle({ color: 'red' })
      owner.callMethod('heard', { x: event.detail.x, ok: other.hasClass('seen') })
      return false
    }`
    const app = await run(
      onePage(
        'Page({ heard(detail) { console.log(JSON.stringify(detail)) }, outer() { console.log("outer") } })',
        `<wxs module="m">${wxs}</wxs><view bindtap="outer"><view id="t" bindtap="{{m.tap}}" /></view><view class="other" />`,
      ),
    )
    await app.tap('t')
    expect(logOf(app)).toEqual(['{"x":0,"ok":true}'])
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('WXS is notified of a property that changes', async () => {
    const wxs = `module.exports.changed = function (next, before, owner) { owner.callMethod('heard', [before, next]) }`
    const app = await run(
      onePage(
        'Page({ data: { n: 1 }, heard(values) { console.log(values.join()) }, up() { this.setData({ n: 2 }) } })',
        `<wxs module="m">${wxs}</wxs><view id="t" bindtap="up" prop="{{n}}" change:prop="{{m.changed}}" />`,
      ),
    )
    await app.tap('t')
    expect(logOf(app)).toEqual([',1', '1,2'])
    app.close()
  })
})

const packages = createRequire(import.meta.url)
const wcc = join(dirname(packages.resolve('miniprogram-compiler/package.json')), 'bin/linux/wcc')

/** Whether WeChat's own compiler takes a WXS file. */
const isTaken = (folder: string, source: string) => {
  writeFileSync(join(folder, 'a.wxs'), source)
  return spawnSync(wcc, ['-d', '-cc', '0', 'a.wxml', 'a.wxs'], { cwd: folder }).status === 0
}

const SAME = [
  ...['var a = 1', 'let a = 1', 'const a = 1', 'for (var k in {}) {}', 'for (;;) { break }'],
  ...[
    'do {} while (0)',
    'switch (1) { case 1: break; default: }',
    'try {} catch (e) {}',
    'throw 1',
  ],
  ...[
    'new Date()',
    'var r = /a/g',
    'var f = () => 1',
    'class A {}',
    'var o = { get a() { return 1 } }',
  ],
  ...['with ({}) {}', 'delete a.b', 'a instanceof b', '"a" in {}', 'x: for (;;) { break x }'],
  ...[
    'var t = `a`',
    'eval("1")',
    '(function () {})()',
    'a ? b : c',
    'a >>>= 1',
    'a **= 2',
    'a ?? b',
  ],
  ...[
    'function f(a = 1) {}',
    'function f(...a) {}',
    'var {a} = b',
    'var [a] = b',
    'for (var a of b) {}',
  ],
  ...[
    'var $a = 1',
    'var f = function* () {}',
    'async function f() {}',
    'export default 1',
    'return 1',
  ],
  ...['var o = { a() {} }', 'a.__proto__', 'o.delete_', 'void 0', 'continue'],
]

const onLinux = process.platform === 'linux' ? describe : describe.skip

onLinux('the language of WXS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wxs-'))
  writeFileSync(join(folder, 'a.wxml'), '<wxs src="./a.wxs" module="m"/><view>{{m.f}}</view>')
  beforeAll(() => chmodSync(wcc, 0o755))
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(SAME)('WXS is taken or refused as by WeChat’s own compiler: %s', (source) => {
    expect([source, compileWxs('a.wxs', source).kind]).toEqual([
      source,
      isTaken(folder, source) ? 'code' : 'refused',
    ])
  })
})
