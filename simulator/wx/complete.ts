import catalogue from './catalogue.json'
import { supports } from './versions'

/** A name that throws when it is called, and so does whatever is asked of it: `wx.cloud.callFunction()`. */
const unsimulated = (name: string): object =>
  new Proxy(
    () => {
      throw new Error(`wx.${name} is not simulated.`)
    },
    {
      get: (target, member) =>
        typeof member === 'symbol' || member in target || member === 'then'
          ? (Reflect.get(target, member) as unknown)
          : unsimulated(`${name}.${member}`),
    },
  )

/** Every official name the base library has: simulated, or throwing by its name when called (catalogue.json, from the typings). */
export const complete = (simulated: Readonly<Record<string, unknown>>, libVersion: string) => {
  const canIUse = (schema: string) => {
    const since = (catalogue as Readonly<Record<string, string>>)[schema.split('.')[0] ?? '']
    return since !== undefined && supports(libVersion, since)
  }
  const names = Object.keys(catalogue).filter(canIUse)
  const known: Readonly<Record<string, unknown>> = { ...simulated, canIUse }
  return Object.fromEntries(names.map((name) => [name, known[name] ?? unsimulated(name)]))
}
