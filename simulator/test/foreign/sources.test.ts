import { errorsOf, logOf, onePage, run } from '../host/bundle'

describe('a mini-program as its source', () => {
  it('a mini-program may be written in modules of ECMAScript', async () => {
    const app = await run(
      onePage(
        `import add, { one } from './lib'; Page({ onLoad() { console.log(add(one, 2)) } })`,
        '<view/>',
        {
          'pages/lib.js': 'export const one = 1; export default (a, b) => a + b',
        },
      ),
    )
    expect(logOf(app)).toEqual(['3'])
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('a mini-program may be written in TypeScript', async () => {
    const app = await run({
      'app.json': JSON.stringify({ pages: ['pages/a'] }),
      'app.js': 'App({})',
      'pages/a.wxml': '<view/>',
      'pages/a.ts': 'const n: number = 1; Page({ onLoad() { console.log(n) } })',
    })
    expect(logOf(app)).toEqual(['1'])
    app.close()
  })

  it('a template that cannot be read is reported by file and line', async () => {
    const app = await run(onePage('Page({})', '<view>\n{{a b}}</view>'))
    expect(errorsOf(app)).toEqual([expect.stringMatching(/^SyntaxError: pages\/a\.wxml:2:\d+: /)])
    app.close()
  })

  it.each([
    ['{"usingComponents":{"c":"./none"}}', 'pages/a.json: component "./none" (<c>) is not found.'],
    [
      '{"usingComponents":{"c":"plugin://p/c"}}',
      'pages/a.json: component "plugin://p/c" is not simulated.',
    ],
    ['{oops', 'pages/a.json:1:2: '],
  ])('JSON that names what is not there is reported by its file: %s', async (json, sentence) => {
    const app = await run(onePage('Page({})', '<view/>', { 'pages/a.json': json }))
    expect(errorsOf(app)).toEqual([expect.stringContaining(sentence)])
    app.close()
  })

  it('a mini-program finds components beside, above, from the root, by alias and in miniprogram_npm', async () => {
    const component = (name: string) => ({
      [`${name}.js`]: 'Component({})',
      [`${name}.json`]: '{"component":true}',
      [`${name}.wxml`]: `[${name}]`,
    })
    const using = {
      a: './own',
      b: '../shared/b',
      c: '/shared/b',
      d: '@/shared/b',
      e: 'lib/e',
      f: 'lib/folder',
    }
    const tags = Object.keys(using).map((tag) => `<${tag} />`)
    const app = await run(
      onePage('Page({})', `<view id="all">${tags.join('')}</view>`, {
        'app.json': JSON.stringify({ pages: ['pages/a'], resolveAlias: { '@/*': '/*' } }),
        'pages/a.json': JSON.stringify({ usingComponents: using }),
        ...component('pages/own'),
        ...component('shared/b'),
        ...component('miniprogram_npm/lib/e'),
        ...component('miniprogram_npm/lib/folder/index'),
      }),
    )
    expect(app.text('all')).toBe(
      '[pages/own][shared/b][shared/b][shared/b][miniprogram_npm/lib/e][miniprogram_npm/lib/folder/index]',
    )
    expect(errorsOf(app)).toEqual([])
    app.close()
  })
})

describe('built-in behaviors', () => {
  const FORM = `<form bindsubmit="log"><in-form name="f" /><button id="own" form-type="submit" /></form>`
  const LOG = 'Page({ log({ detail }) { console.log(JSON.stringify(detail.value)) } })'
  const inForm = (behaviors: string, template: string) => ({
    'pages/a.json': '{"usingComponents":{"in-form":"./c"}}',
    'pages/c.json': '{"component":true}',
    'pages/c.wxml': template,
    'pages/c.js': `Component({ behaviors: [${behaviors}] })`,
  })

  it.each([
    ['', '{}'],
    ["'wx://form-field-group'", '{"inner":"v"}'],
  ])('the built-in behaviors let a form see the fields inside: [%s]', async (behaviors, value) => {
    const app = await run(onePage(LOG, FORM, inForm(behaviors, '<input name="inner" value="v" />')))
    await app.tap('own')
    expect(logOf(app)).toEqual([value])
    app.close()
  })

  it.each([
    ['', 0],
    ["'wx://form-field-button'", 1],
  ])(
    'the built-in behaviors let a button inside submit the form around: [%s]',
    async (behaviors, times) => {
      const template = '<button id="inner" form-type="submit" />'
      const app = await run(onePage(LOG, FORM, inForm(behaviors, template)))
      await app.tap('inner')
      expect(logOf(app)).toHaveLength(times)
      app.close()
    },
  )

  it('the built-in behaviors decide what selectComponent returns', async () => {
    const app = await run(
      onePage(
        'Page({ onReady() { console.log(this.selectComponent("#c").n) } })',
        '<in-form id="c" />',
        {
          ...inForm('', ''),
          'pages/c.js': `Component({ behaviors: ['wx://component-export'], export: () => ({ n: 7 }) })`,
        },
      ),
    )
    expect(logOf(app)).toEqual(['7'])
    app.close()
  })

  it('the built-in behaviors throw by name where they are not simulated', async () => {
    const app = await run(onePage(LOG, FORM, inForm("'wx://proxy-scroll-view'", '')))
    expect(errorsOf(app)).toContain('Error: behavior "wx://proxy-scroll-view" is not simulated.')
    app.close()
  })
})
