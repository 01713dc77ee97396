import type { GeneralComponent } from 'glass-easel'
import type { CodeSpace } from 'glass-easel-miniprogram-adapter'

/** The built-in behaviors that a form asks for. */
type FormBehavior = 'wx://form-field' | 'wx://form-field-group' | 'wx://form-field-button'

const EXPORT = 'wx://component-export'

/** The behaviors WeChat ships, with the properties they bring (guide "behaviors", built-in behaviors). */
const PROPERTIES: Readonly<Record<string, Readonly<Record<string, { type: null }>>>> = {
  'wx://form-field': { name: { type: null }, value: { type: null } },
  'wx://form-field-group': {},
  'wx://form-field-button': {},
  [EXPORT]: {},
}

/** The path under which a built-in behavior is registered. */
const pathOf = (name: string) => name.replace('wx://', 'wx-behaviors/')

/** What `Component` and `Behavior` take, as far as it names behaviors. */
interface Definition {
  behaviors?: readonly unknown[]
  data?: unknown
  properties?: Readonly<Record<string, unknown>>
  export?: unknown
}

/** The properties of built-in behaviors for which the component's own data holds the value to begin with. */
const withInitialValues = (behaviors: readonly unknown[], data: unknown) =>
  Object.fromEntries(
    behaviors
      .flatMap((name) => Object.entries(PROPERTIES[String(name)] ?? {}))
      .filter(([name]) => typeof data === 'object' && data !== null && name in data)
      .map(([name, { type }]) => [
        name,
        { type, value: Reflect.get(data as object, name) as unknown },
      ]),
  )

/** Whether a component uses this built-in behavior, of its own accord or through another behavior. */
export const usesBehavior = (component: GeneralComponent, name: FormBehavior): boolean =>
  component.hasBehavior(`/${pathOf(name)}`)

/**
 * Registers the built-in behaviors in a code space and returns what puts them in place of their names in a
 * definition. It throws for a name that is not simulated; `export` counts with `wx://component-export` only.
 */
export const createBuiltInBehaviors = (codeSpace: CodeSpace) => {
  const space = codeSpace.getComponentSpace()
  const behaviors = new Map(
    Object.entries(PROPERTIES).map(([name, properties]) => [
      name,
      { _$: space.defineBehavior({ is: pathOf(name), properties }) },
    ]),
  )
  const named = (behavior: unknown) => {
    if (typeof behavior !== 'string') return behavior
    const found = behaviors.get(behavior)
    if (found === undefined) throw new Error(`behavior "${behavior}" is not simulated.`)
    return found
  }
  return <T>(definition: T): T => {
    const { behaviors: listed, export: exported, ...rest } = definition as Definition
    if (listed === undefined) return definition
    // A copy: the list is of the mini-program's realm, whose engine may be an old one.
    const given = [...listed]
    const exports = given.includes(EXPORT) && exported !== undefined ? { export: exported } : {}
    const properties = { ...withInitialValues(given, rest.data), ...rest.properties }
    return { ...rest, ...exports, properties, behaviors: given.map(named) } as T
  }
}
