import type { Compilation, Module, NormalModule } from 'webpack'
import { withoutComments } from './comments'

/** Packages whose scripts name every attribute and API there is, used or not. */
const FRAMEWORK =
  /\/node_modules\/(?:.*\/node_modules\/)?(?:@tarojs\/(?:api|components|plugin-framework-react|plugin-platform-[a-z]+|react|runtime|shared|taro|taro-loader)|react|react-dom|react-reconciler|scheduler|@babel\/runtime|tslib)\//

/** Modules that draw nothing: stylesheets, and the settings of the app and its pages. */
const DRAWS_NOTHING = /\.(?:css|scss|sass|less|styl|wxss|pcss)$|\.config\.[jt]sx?$/

const resourceOf = (module: Module) => (module as NormalModule).resource as string | undefined

/** The path of a module's file with `/` between folders; empty for modules without a file. */
export const pathOf = (module: Module): string =>
  (resourceOf(module) ?? '').replace(/\\/g, '/').replace(/\?.*$/, '')

/** The modules of the app and its libraries, the framework's own left out. */
export const appModules = (compilation: Compilation): Module[] =>
  [...compilation.modules].filter((module) => {
    const path = pathOf(module)
    return path !== '' && !FRAMEWORK.test(path)
  })

/** The script of a module as webpack reads it. */
export const scriptOf = (module: Module): string =>
  module.originalSource()?.source().toString() ?? ''

/** The scripts that may name what the app draws, without their comments. */
export const drawingScripts = (app: readonly Module[]): string[] =>
  app
    .filter((module) => !DRAWS_NOTHING.test(pathOf(module)))
    .map((module) => withoutComments(scriptOf(module)))

/** One sentence for each module whose script holds `pattern`: its path, and what it does that a lever takes out. */
export const faultsWhere = (
  app: readonly Module[],
  pattern: RegExp,
  sentence: string,
): readonly string[] =>
  app
    .filter((module) => pattern.test(scriptOf(module)))
    .map((module) => `${pathOf(module)} ${sentence}`)
