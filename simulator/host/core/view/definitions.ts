type Members = Readonly<Record<string, unknown>>

/** What `Page`, `Component` and `Behavior` take, as far as names in it are looked up. */
interface Definition {
  relations?: Members
  properties?: Members
}

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null

const mapped = (members: Members, change: (value: Members, name: string) => Members): Members =>
  Object.fromEntries(
    Object.entries(members).map(([name, value]) => [
      name,
      isObject(value) ? change(value, name) : value,
    ]),
  )

/** A relation to whatever has a behavior names it by what `Behavior()` returned. */
const relation = (definition: Members): Members => {
  const { target } = definition
  return isObject(target) && '_$' in target ? { ...definition, target: target['_$'] } : definition
}

/** Types that a property may have, by the names of their constructors (guide "Component", properties). */
const TYPES: readonly string[] = ['String', 'Number', 'Boolean', 'Object', 'Array', 'Function']

/** Takes away a type that is none, such as a list of types: the property then takes any value (npm miniprogram-exparser). */
const withType = (name: string, definition: Members, warn: (sentence: string) => void): Members => {
  const { type, optionalTypes } = definition
  const isType = typeof type === 'function' ? TYPES.includes(type.name) : typeof type !== 'object'
  if (isType || type === null || Array.isArray(optionalTypes)) return definition
  warn(`the type of property "${name}" is illegal`)
  return { ...definition, type: null }
}

/** An observer may be the name of a method; one that is not there is left alone. */
const property = (definition: Members): Members => {
  const { observer } = definition
  if (typeof observer !== 'string') return definition
  return {
    ...definition,
    observer(this: Members, ...values: unknown[]) {
      const method = this[observer]
      if (typeof method === 'function') Reflect.apply(method, this, values)
    },
  }
}

/**
 * Puts in what a definition names (guides "Relations between components", "Component" properties), and `warn`s of types
 * that are none.
 */
export const withNamesLookedUp = <T>(definition: T, warn: (sentence: string) => void): T => {
  const { relations, properties } = definition as Definition
  if (!isObject(relations) && !isObject(properties)) return definition
  return {
    ...definition,
    ...(isObject(relations) ? { relations: mapped(relations, relation) } : {}),
    ...(isObject(properties)
      ? {
          properties: mapped(properties, (given, name) => property(withType(name, given, warn))),
        }
      : {}),
  }
}
