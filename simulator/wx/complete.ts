import catalogue from './catalogue.json'
import { supports } from './versions'

const unsimulated = (name: string) => () => {
  throw new Error(`wx.${name} is not simulated.`)
}

/** Members of `wx` that are objects, not functions; reading one of their members is already a use. */
const unsimulatedObjects: Readonly<Record<string, object>> = {
  cloud: new Proxy({}, { get: (_target, member) => unsimulated(`cloud.${String(member)}`) }),
}

/** Every official name the base library has: simulated, or throwing by its name when called (catalogue.json, from the typings). */
export const complete = (simulated: Readonly<Record<string, unknown>>, libVersion: string) => {
  const canIUse = (schema: string) => {
    const since = (catalogue as Readonly<Record<string, string>>)[schema.split('.')[0] ?? '']
    return since !== undefined && supports(libVersion, since)
  }
  const names = Object.keys(catalogue).filter(canIUse)
  const known: Readonly<Record<string, unknown>> = { ...unsimulatedObjects, ...simulated, canIUse }
  return Object.fromEntries(names.map((name) => [name, known[name] ?? unsimulated(name)]))
}
