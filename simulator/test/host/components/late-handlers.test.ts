import { errorsOf, logOf, onePage, run } from '../bundle'

/** As the runtime of uni-app has it: the template names a handler by its data, and the page has it later. */
const LATE = `
  onLoad() {
    this.e0 = ({ type }) => console.log('first', type)
    this.setData({ a: 'e0' })
  },
  swap() { this.e0 = () => console.log('second') },
`
const BUTTONS =
  '<button id="late" bindtap="{{a}}">a</button><button id="swap" bindtap="swap">b</button>'

describe('a handler that is put on a page or component later', () => {
  it.each([
    ['page', `Page({ ${LATE} })`],
    ['page made by Component', `Component({ methods: { ${LATE} } })`],
  ])(
    'a handler that is put on a %s when it is there is called, and so is what takes its place',
    async (_, script) => {
      const app = await run(onePage(script, BUTTONS))
      await app.tap('late')
      await app.tap('swap')
      await app.tap('late')
      expect(logOf(app)).toEqual(['first tap', 'second'])
      expect(errorsOf(app)).toEqual([])
      app.close()
    },
  )

  it('a handler that is put on a component hears its events, and those of components in it', async () => {
    const component = (path: string, script: string, template: string, json: object = {}) => ({
      [`${path}.js`]: script,
      [`${path}.wxml`]: template,
      [`${path}.json`]: JSON.stringify({ component: true, ...json }),
    })
    const app = await run(
      onePage('Page({})', '<outer />', {
        'pages/a.json': '{"usingComponents":{"outer":"./outer"}}',
        ...component(
          'pages/outer',
          `Component({
            data: { handler: '' },
            attached() {
              this.e1 = (event) => console.log('outer', event.detail)
              this.setData({ handler: 'e1' })
            },
          })`,
          '<inner bindsaid="{{handler}}" />',
          { usingComponents: { inner: './inner' } },
        ),
        ...component(
          'pages/inner',
          `Component({ attached() { this.say = () => this.triggerEvent('said', 7) } })`,
          '<view id="inner" bindtap="say">a</view>',
        ),
      }),
    )
    await app.tap('inner')
    expect(logOf(app)).toEqual(['outer 7'])
    app.close()
  })
})
