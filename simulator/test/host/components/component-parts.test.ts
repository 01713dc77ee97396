import { errorsOf, logOf, onePage, run, type Sources } from '../bundle'

const component = (path: string, script: string, template = '<slot/>', json: object = {}) => ({
  [`${path}.js`]: script,
  [`${path}.wxml`]: template,
  [`${path}.json`]: JSON.stringify({ component: true, ...json }),
})
const using = (usingComponents: object, rest: object = {}) => ({
  'pages/a.json': JSON.stringify({ usingComponents, ...rest }),
})
const logged = async (sources: Sources) => {
  const app = await run(sources)
  const log = logOf(app)
  expect(errorsOf(app)).toEqual([])
  app.close()
  return log
}

describe('what a component’s definition names', () => {
  it('a relation of a component may be a behavior, of which every component with it is a relation', async () => {
    const log = await logged(
      onePage('Page({})', '<group><view><field /></view><field /></group>', {
        ...using({ group: './group', field: './field' }),
        'pages/common.js': 'module.exports = Behavior({})',
        ...component(
          'pages/group',
          `Component({
            relations: { fields: { type: 'descendant', target: require('./common'), linked({ is }) { console.log('linked', is) } } },
            ready() { console.log(this.getRelationNodes('fields').length) },
          })`,
        ),
        ...component(
          'pages/field',
          `Component({ behaviors: [require('./common')], relations: { './group': { type: 'ancestor' } } })`,
        ),
      }),
    )
    expect(log).toEqual(['linked pages/field', 'linked pages/field', '2'])
  })

  it('an observer of a component may be of a property that is a method, or of one that is not there', async () => {
    const log = await logged(
      onePage('Page({})', '<c n="3" m="4" />', {
        ...using({ c: './c' }),
        ...component(
          'pages/c',
          `Component({
            properties: { n: { type: Number, observer: 'changed' }, m: { type: Number, observer: 'gone' } },
            methods: { changed(now, before) { console.log(now, before) } },
          })`,
        ),
      }),
    )
    expect(log).toEqual(['3 0'])
  })
})

describe('a component of another sub-package', () => {
  it.each([
    ['stand-in', ['stand-in attached 1', 'stand-in detached', 'real attached 1']],
    ['view', ['real attached 1']],
  ])(
    'a component of another sub-package is stood in for until its package is there: by %s',
    async (placeholder, log) => {
      const telling = (name: string) =>
        `Component({ properties: { n: Number }, attached() { console.log('${name} attached', this.data.n) }, detached() { console.log('${name} detached') } })`
      const app = await run({
        ...onePage('Page({})', '<late n="1">in</late>', {
          ...using(
            { late: '/sub/late', 'stand-in': './stand-in' },
            { componentPlaceholder: { late: placeholder } },
          ),
          ...component('pages/stand-in', telling('stand-in'), '...'),
          ...component('sub/late', telling('real'), 'real <slot/>'),
        }),
        'app.json': JSON.stringify({
          pages: ['pages/a'],
          subPackages: [{ root: 'sub', pages: ['x'] }],
        }),
      })
      expect(app.text()).toBe('real in')
      expect(logOf(app)).toEqual(log)
      app.close()
    },
  )
})

describe('reports to a page', () => {
  it('the report of an intersection names its element', async () => {
    const log = await logged(
      onePage(
        `Page({ onReady() {
          this.createIntersectionObserver({ observeAll: true }).relativeToViewport()
            .observe('.day', ({ id, dataset }) => console.log(id, dataset.date))
        } })`,
        '<view class="day" id="one" data-date="{{1}}" /><view class="day" data-date="{{2}}" />',
      ),
    )
    expect(log).toEqual(['one 1', ' 2'])
  })

  it('the reports of updates go to setUpdatePerformanceListener, until it is removed', async () => {
    const log = await logged(
      onePage(`Page({
        onLoad() {
          const tell = ({ updateProcessId, isMergedUpdate, dataPaths, ...times }) =>
            console.log(updateProcessId, isMergedUpdate, dataPaths, Object.keys(times).length)
          this.setUpdatePerformanceListener({ withDataPaths: true }, tell)
          this.setData({ 'a.b': 1, c: 2 })
          this.setUpdatePerformanceListener({}, tell)
          this.setData({ c: 3 })
          this.setUpdatePerformanceListener(null)
          this.setData({ c: 4 })
        },
      })`),
    )
    expect(log).toEqual(['1 false a.b,c 3', '2 false  3'])
  })
})

describe('a component of the first page', () => {
  it('a component of the first page may ask for its own nodes while it is created', async () => {
    const log = await logged(
      onePage('Page({})', '<c n="1" />', {
        ...using({ c: './c' }),
        ...component(
          'pages/c',
          `Component({
            properties: { n: { type: Number, observer() {
              wx.createSelectorQuery().in(this).select('#own').boundingClientRect(({ id }) => console.log(id)).exec()
            } } },
          })`,
          '<view id="own" />',
        ),
      }),
    )
    expect(log).toEqual(['own'])
  })
})
