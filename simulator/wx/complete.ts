import catalogue from './catalogue.json'
import components from './component-versions.json'
import { hasDarkMode, type Device } from './phone/device'
import { UNLISTED } from './unlisted'
import { supports } from './versions'

/**
 * A name that throws when it is called, and so does whatever is asked of it, such as `wx.cloud.callFunction()`,
 * save the members that are there.
 */
export const unsimulated = (name: string, there: Readonly<Record<string, unknown>> = {}): object =>
  new Proxy(
    Object.assign(() => {
      throw new Error(`${name} is not simulated.`)
    }, there),
    {
      get: (target, member) =>
        typeof member === 'symbol' || member in target || member === 'then'
          ? (Reflect.get(target, member) as unknown)
          : unsimulated(`${name}.${member}`),
    },
  )

// An API goes by its name alone; a component as canIUse is asked about it: component.attribute.option.
const APIS: Readonly<Record<string, string>> = { ...catalogue, ...UNLISTED }
const SINCE: ReadonlyMap<string, string> = new Map(Object.entries({ ...APIS, ...components }))

/** What a platform without a dark mode lacks. */
const OF_DARK_MODE: readonly string[] = ['onThemeChange', 'offThemeChange']

/**
 * Every official name the base library has on this platform: simulated, or throwing by its name when called
 * (catalogue.json, from the typings). `canIUse` also knows the components, the attributes that came after them,
 * and their options (component-versions.json, from the component reference; typings canIUse).
 */
export const complete = (
  simulated: Readonly<Record<string, unknown>>,
  device: Pick<Device, 'libVersion' | 'platform'>,
) => {
  const canIUse = (schema?: unknown) => {
    const asked = String(schema)
    const name = asked.split('.')[0] ?? ''
    const since = SINCE.get(name in APIS ? name : asked)
    if (OF_DARK_MODE.includes(name) && !hasDarkMode(device)) return false
    return since !== undefined && supports(device.libVersion, since)
  }
  const names = Object.keys(APIS).filter(canIUse)
  const known: Readonly<Record<string, unknown>> = { ...simulated, canIUse }
  return Object.fromEntries(names.map((name) => [name, known[name] ?? unsimulated(`wx.${name}`)]))
}
