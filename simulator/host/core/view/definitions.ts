type Members = Readonly<Record<string, unknown>>

/** What `Page`, `Component` and `Behavior` take, as far as names in it are looked up. */
interface Definition {
  relations?: Members
  properties?: Members
}

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null

const mapped = (members: Members, change: (value: Members) => Members): Members =>
  Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name, isObject(value) ? change(value) : value]),
  )

/** A relation to whatever has a behavior names it by what `Behavior()` returned. */
const relation = (definition: Members): Members => {
  const { target } = definition
  return isObject(target) && '_$' in target ? { ...definition, target: target['_$'] } : definition
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

/** Puts in what a definition names (guides "Relations between components", "Component" properties). */
export const withNamesLookedUp = <T>(definition: T): T => {
  const { relations, properties } = definition as Definition
  if (!isObject(relations) && !isObject(properties)) return definition
  return {
    ...definition,
    ...(isObject(relations) ? { relations: mapped(relations, relation) } : {}),
    ...(isObject(properties) ? { properties: mapped(properties, property) } : {}),
  }
}
