import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import { readJson, type AppConfig } from '../app/app-config'
import type { Activity } from '../logic/activity'
import type { Modules } from '../logic/modules'
import { resolveRequest } from '../logic/resolve'
import type { Files, Framework, Templates } from '../ports'
import { BUILT_IN_TAGS } from './built-in-tags'
import { createConstructors, type Constructors } from './constructors'
import { styleScopeOf } from './style-isolation'

/** The pages and custom components of the bundle, defined when first needed (guide "custom components"). */
export interface ComponentSpace {
  readonly codeSpace: CodeSpace
  /** `Page`, `Component` and `Behavior`, for the logic layer. */
  readonly globals: Constructors['globals']
  /** Defines the page or component at `path` (no suffix) with everything it uses. */
  define: (path: string) => void
  /** Whether the script of the page or component registered it. */
  has: (path: string) => boolean
}

interface ComponentJson {
  usingComponents?: Record<string, string>
  /** Generic components by name, with their defaults. */
  componentGenerics?: Record<string, boolean | { default?: string }>
  /** Placeholders by component, shown until its sub-package has loaded. */
  componentPlaceholder?: Record<string, string>
  [key: string]: unknown
}

/**
 * Takes the place of a generic component that the parent does not name and that has no default: only its content is
 * drawn.
 */
const NOTHING = 'wx-nothing'

/** Names of components that are not part of the bundle: those of plugins. */
const ELSEWHERE = /^[\w-]+:\/\//

/** Creates the space on glass-easel with WeChat's built-in components as native nodes. */
export const createComponentSpace = (parts: {
  files: Files
  templates: Templates
  framework: Framework
  config: AppConfig
  modules: Modules
  activity: Activity
  warn: (sentence: string) => void
}) => {
  const { files, templates, framework, config, modules, activity, warn } = parts
  const environment = new framework.adapter.MiniProgramEnv()
  const codeSpace = environment.createCodeSpace('', true)
  const constructors = createConstructors(codeSpace, config.pages, warn)
  const defined = new Set<string>()

  codeSpace.component(NOTHING).definition({}).register()
  for (const tag of BUILT_IN_TAGS) {
    codeSpace.getComponentSpace().setGlobalUsingComponent(tag, `wx-${tag}`)
  }
  for (const [path, content] of Object.entries(templates)) {
    if (content === undefined) continue
    // Without the fallback a `bindtap` on a native node becomes an attribute.
    codeSpace.addCompiledTemplate(path, {
      groupList: templates as Record<string, typeof content>,
      content,
      fallbackListenerOnNativeNode: true,
    })
  }

  /** A component is known by its script; `/index` may be left out. */
  const find = (base: string) =>
    [base, `${base}/index`].find((path) => files.read(`${path}.js`) !== undefined)

  /** Paths from the root of what a JSON file uses; what is not there is reported by name and left out. */
  const resolveAll = (file: string, using: Readonly<Record<string, string>>) =>
    Object.entries(using).flatMap(([tag, request]): [string, string][] => {
      if (ELSEWHERE.test(request)) {
        activity.report(file, new Error(`${file}: component "${request}" is not simulated.`))
        return []
      }
      const path = resolveRequest(file, request, config.resolveAlias, find)
      if (path !== undefined) return [[tag, path]]
      activity.report(file, new Error(`${file}: component "${request}" (<${tag}>) is not found.`))
      return []
    })

  const packageOf = (path: string) => config.subPackages.find((root) => path.startsWith(root))
  /** Whether a component stays out until its sub-package is there (guide "Placeholder components"). */
  const comesLater = (from: string, used: string, placeholder: string | undefined) =>
    placeholder !== undefined &&
    packageOf(used) !== undefined &&
    packageOf(used) !== packageOf(from)

  const forAll = resolveAll('app.json', config.usingComponents)

  const define = (path: string) => {
    if (defined.has(path)) return
    defined.add(path)
    const file = `${path}.json`
    const json = (activity.guard(file, () => readJson(file, files.read(file) ?? '{}')) ??
      {}) as ComponentJson
    const using = new Map([...forAll, ...resolveAll(file, json.usingComponents ?? {})])
    const generics = Object.entries(json.componentGenerics ?? {}).map(([tag, generic]) => {
      const fallback = typeof generic === 'object' ? generic.default : undefined
      const found = fallback === undefined ? [] : resolveAll(file, { [tag]: fallback })
      return [tag, found[0]?.[1]] as const
    })
    codeSpace.addComponentStaticConfig(path, {
      ...json,
      componentGenerics: Object.fromEntries(
        generics.map(([tag, used]) => [tag, { default: `/${used ?? NOTHING}` }]),
      ),
      usingComponents: Object.fromEntries([...using].map(([tag, used]) => [tag, `/${used}`])),
    })
    codeSpace.addStyleSheet(path, undefined, styleScopeOf(path))
    const usedByDefault = generics.flatMap(([, used]) => (used === undefined ? [] : [used]))
    const atOnce = [...using]
      .filter(([tag, used]) => !comesLater(path, used, json.componentPlaceholder?.[tag]))
      .map(([, used]) => used)
    for (const used of [...atOnce, ...usedByDefault]) define(used)
    activity.guard(`${path}.js`, () =>
      constructors.during(path, () => void modules.load(`${path}.js`)),
    )
  }

  // A component whose placeholder is shown is fetched with its sub-package.
  codeSpace.getComponentSpace().setComponentWaitingListener((_isPublic, path) => {
    activity.after(0, path, () => define(path))
  })

  const has = (path: string) =>
    codeSpace.getComponentSpace().getComponentByUrlWithoutDefault(path, '') !== null

  return {
    environment,
    space: { codeSpace, globals: constructors.globals, define, has } satisfies ComponentSpace,
  }
}
