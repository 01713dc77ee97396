import type { Build, Template } from './build'
import type { Lever } from './lever'

/**
 * Components that Taro writes templates for whether or not an app uses them. Not static-image: Taro's runtime
 * turns every image without events into one, and no script names that.
 */
const UNASKED = ['scroll-view', 'image', 'catch-view']

/** Attributes that Taro's runtime sets by itself or that surround every component; a catch-view is there to catch moves. */
const ALWAYS = new Set([
  ...['style', 'class', 'slot', 'name', 'value', 'checked', 'focus', 'bindtap'],
  'catchtouchmove',
])

/** How deep a component may lie in others of its kind, where Taro writes templates for every level of views: as texts without events. */
const NESTED = [
  ['catch-view', 4],
  ['text', 6],
] as const

const EVENT = /^(?:bind|catch|on):?/

const isNamed = ({ words }: Build, attribute: string) => {
  if (ALWAYS.has(attribute)) return true
  if (attribute === 'aria-role') return words.has('role')
  if (!EVENT.test(attribute)) return words.has(attribute)
  const event = attribute.replace(EVENT, '')
  // Taro writes bindlongpress for both.
  return event === 'longpress'
    ? words.hasEvent('longpress') || words.hasEvent('longtap')
    : words.hasEvent(event)
}

const isUsed = ({ words }: Build, component: string) =>
  component === 'catch-view' ? words.has('catchMove') : words.has(component)

const trim = (build: Build, template: Template) => {
  const buildAttribute = template.buildAttribute.bind(template)
  template.buildAttribute = (attributes, component) => {
    const entries = Object.entries(attributes)
    const kept = entries.filter(([name, value]) => value === 'i.cn' || isNamed(build, name))
    const without = build.leftOut.get(component) ?? new Set()
    for (const [name] of entries) if (!isNamed(build, name)) without.add(name)
    build.leftOut.set(component, without)
    return buildAttribute(Object.fromEntries(kept), component)
  }
}

/** The component that a removed one stands for, where Taro's runtime switches between both. */
const WARN = `
const slimLeftOut = __SLIM_LEFT_OUT__;
const slimTell = (element, name) => {
    const left = slimLeftOut[element.nodeName];
    if (left && left.includes(name.toLowerCase().replace(/-/g, ''))) {
        console.warn('[slim] <' + element.nodeName + '> has no "' + name + '": no script names it, so its template leaves it out. Name it in your code, or switch the lever "templates" off (config/slim/README.md).');
    }
};
`

const SET = 'setAttribute(qualifiedName, value) {'
const LISTEN = 'addEventListener(type, handler, options) {'

/**
 * Templates without the attributes and events that no script of the app names, and without components that Taro adds
 * unasked. In development, setting one of them is reported in the console.
 */
export const templates: Lever = {
  start: (build) => {
    const { template, components, production } = build
    if (typeof template.buildAttribute !== 'function') {
      throw new Error('Taro builds the attributes of its templates another way now')
    }
    for (const component of UNASKED) components.includes.delete(component)
    for (const [component, most] of NESTED) template.nestElements?.set(component, most)
    trim(build, template)
    const edit = (text: string) => {
      const at = text.indexOf('class TaroElement')
      if (at === -1 || !text.includes(SET) || !text.includes(LISTEN)) {
        throw new Error('does not set attributes and events as it did')
      }
      return (text.slice(0, at) + WARN + text.slice(at))
        .replace(SET, `${SET} slimTell(this, qualifiedName);`)
        .replace(LISTEN, `${LISTEN} slimTell(this, 'bind' + type);`)
    }
    const leftOut = () =>
      JSON.stringify(
        Object.fromEntries(
          [...build.leftOut].map(([component, names]) => [
            component,
            [...names].map((name) => name.toLowerCase().replace(/-/g, '')),
          ]),
        ),
      )
    return {
      edits: production ? [] : [{ file: '@tarojs/runtime/dist/dom/element.js', edit }],
      values: { __SLIM_LEFT_OUT__: leftOut },
      faults: () => {
        for (const component of UNASKED) {
          if (isUsed(build, component)) components.includes.add(component)
        }
        return []
      },
    }
  },
}
