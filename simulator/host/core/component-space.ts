import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import type { Activity } from './activity'
import type { AppConfig } from './app-config'
import { BUILT_IN_TAGS } from './built-in-tags'
import type { Modules } from './modules'
import { resolvePath } from './paths'
import type { Files, Framework, Realm, Templates } from './ports'

/** The pages and custom components of the bundle, defined when first needed. */
export interface ComponentSpace {
  readonly codeSpace: CodeSpace
  /** Defines the page or component at `path` (no suffix) with everything it uses. */
  define(path: string): void
  /** Whether the script of the page or component registered it. */
  has(path: string): boolean
}

interface ComponentJson {
  usingComponents?: Record<string, string>
  [key: string]: unknown
}

/** Creates the space on glass-easel with WeChat's built-in components as native nodes. */
export const createComponentSpace = (parts: {
  files: Files
  templates: Templates
  realm: Realm
  framework: Framework
  config: AppConfig
  modules: Modules
  activity: Activity
}) => {
  const { files, templates, realm, framework, config, modules, activity } = parts
  const environment = new framework.adapter.MiniProgramEnv()
  const codeSpace = environment.createCodeSpace('', true)
  const defined = new Set<string>()

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

  const define = (path: string) => {
    if (defined.has(path)) return
    defined.add(path)
    const json = JSON.parse(files.read(`${path}.json`) ?? '{}') as ComponentJson
    const using = { ...config.usingComponents, ...json.usingComponents }
    codeSpace.addComponentStaticConfig(path, { ...json, usingComponents: using })
    for (const used of Object.values(using)) define(resolvePath(path, used))
    activity.guard(`${path}.js`, () =>
      codeSpace.globalComponentEnv(realm.globals, path, () => modules.load(`${path}.js`)),
    )
  }

  const has = (path: string) =>
    codeSpace.getComponentSpace().getComponentByUrlWithoutDefault(path, '') !== null

  return { environment, space: { codeSpace, define, has } satisfies ComponentSpace }
}
