/** What the tests of style isolation show: nodes whose classes each stand in one stylesheet. */
export const CLASSES = ['app', 'page', 'self', 'sharing'] as const

const sheetOf = (name: string) => `.from-${name} { --from-${name}: yes }`
const node = (id: string) =>
  `<view id="${id}" class="${CLASSES.map((name) => `from-${name}`).join(' ')}" />`

/** The components, by what their script and their JSON say of isolation. */
const COMPONENTS: Readonly<Record<string, readonly [options: object, json: object]>> = {
  plain: [{}, {}],
  isolated: [{ styleIsolation: 'isolated', addGlobalClass: true }, {}],
  applying: [{ styleIsolation: 'apply-shared' }, {}],
  'applying-json': [{}, { styleIsolation: 'apply-shared' }],
  older: [{ addGlobalClass: true }, {}],
  sharing: [{ styleIsolation: 'shared' }, {}],
}
const IDS = Object.keys(COMPONENTS)

const component = (id: string, [options, json]: readonly [object, object]) => ({
  [`${id}/c.js`]: `Component({ options: ${JSON.stringify(options)} })`,
  [`${id}/c.json`]: JSON.stringify({ component: true, ...json }),
  [`${id}/c.wxml`]: node(id),
  [`${id}/c.wxss`]: sheetOf(id === 'sharing' ? 'sharing' : 'self'),
})

/** A page with all components on it, made by `constructor` with these `options` and this JSON. */
export interface IsolationPage {
  constructor: 'Page' | 'Component'
  options: object
  json: object
}

/** The files of a mini-program of this page. */
export const isolationApp = ({ constructor, options, json }: IsolationPage) => ({
  'app.json': '{"pages":["p/i"]}',
  'app.js': 'App({})',
  'app.wxss': `${sheetOf('app')} view { --from-tag: yes }`,
  ...(Object.assign({}, ...IDS.map((id) => component(id, COMPONENTS[id] ?? [{}, {}]))) as object),
  'p/i.js': `${constructor}({ options: ${JSON.stringify(options)} })`,
  'p/i.json': JSON.stringify({
    usingComponents: Object.fromEntries(IDS.map((id) => [`c-${id}`, `/${id}/c`])),
    ...json,
  }),
  'p/i.wxml': node('page') + IDS.map((id) => `<c-${id} />`).join(''),
  'p/i.wxss': sheetOf('page'),
})
