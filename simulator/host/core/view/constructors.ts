import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import { createBuiltInBehaviors } from './built-in-behaviors'
import { withNamesLookedUp } from './definitions'
import { splitFields } from './page-fields'
import { elementOf } from './plain-event'
import { isolationOf, styleScopeOf } from './style-isolation'

/** `Page`, `Component` and `Behavior`: the same functions for every script, whenever they are called. */
export interface Constructors {
  readonly globals: Readonly<Record<string, unknown>>
  /** Runs the script of the page or component at `path`; what it registers, however deep in other modules, is that one. */
  during: (path: string, script: () => void) => void
}

const ignored = (kind: string) =>
  `${kind} constructors should be called while initialization. A constructor call has been ignored.`

/** Marks the node of a component, for `:host` of its stylesheet (guide "Component template and style"). */
const nameHost = (path: string) =>
  function (this: object) {
    const node = elementOf(this).getBackendElement() as HTMLElement | null
    node?.setAttribute('wx-host', styleScopeOf(path))
  }

/**
 * Creates the constructors on a code space (guides "Page", "Component", "behaviors"). A call of `Page` or
 * `Component` while no script of a page or component runs is ignored and `warn`ed of, as WeChat does; a behavior
 * may be made at any time.
 */
export const createConstructors = (
  codeSpace: CodeSpace,
  pages: readonly string[],
  warn: (sentence: string) => void,
): Constructors => {
  const builtIn = createBuiltInBehaviors(codeSpace)
  const resolve = <T>(definition: T): T => builtIn(withNamesLookedUp(definition, warn))
  let current: string | undefined
  const isolate = (path: string, definition: unknown) => {
    const json = { ...codeSpace.getComponentStaticConfig(path) }
    const { options = {} } = definition as { options?: Readonly<Record<string, unknown>> }
    const styleIsolation = isolationOf(json, options, pages.includes(path))
    codeSpace.addComponentStaticConfig(path, { ...json, styleIsolation })
  }

  const registering =
    <T>(kind: string, register: (path: string, definition: T) => void) =>
    (given?: T) => {
      // Without a definition there is still a page or component.
      const definition = given ?? ({} as T)
      if (current === undefined) warn(ignored(kind))
      else {
        isolate(current, definition)
        register(current, resolve(definition))
      }
    }
  type PageOf = Parameters<ReturnType<CodeSpace['component']>['pageDefinition']>[0]
  type ComponentOf = Parameters<ReturnType<CodeSpace['component']>['definition']>[0]
  type BehaviorOf = Parameters<ReturnType<CodeSpace['behavior']>['definition']>[0]

  return {
    globals: {
      Page: registering<PageOf>('Page', (path, definition) => {
        const { known, fieldsOfInstance } = splitFields(definition)
        codeSpace
          .component(path)
          .pageDefinition(known)
          .init(function () {
            Object.assign(this, fieldsOfInstance())
          })
          .lifetime('created', nameHost(path))
          .register()
      }),
      Component: registering<ComponentOf>('Component', (path, definition) =>
        codeSpace
          .component(path)
          .definition(definition)
          .lifetime('created', nameHost(path))
          .register(),
      ),
      Behavior: (definition: BehaviorOf = {} as BehaviorOf) =>
        codeSpace.behavior().definition(resolve(definition)).register(),
    },
    during: (path, script) => {
      const before = current
      current = path
      try {
        script()
      } finally {
        current = before
      }
    },
  }
}
