import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Build, ComponentConfig, LoaderMeta, RunnerConfig, Template } from './build'
import type { Lever, LeverOfBuild } from './lever'
import { LEVERS, type Switches } from './levers'
import { useTersersDefaults, type ChainWithMinimizer } from './minifier'
import { faultOf, SlimBuild } from './slim-build'
import { Words } from './words'

interface Rule {
  enforce: (when: 'pre') => Rule
  test: (matches: (path: string) => boolean) => Rule
  use: (name: string) => { loader: (path: string) => { options: (options: object) => unknown } }
}

/** The part of webpack-chain that the plugin uses. */
interface Chain extends ChainWithMinimizer {
  module: { rule: (name: string) => Rule }
  plugin: (name: string) => { use: (plugin: { apply: (compiler: never) => void }) => unknown }
  plugins: { get: (name: string) => { get: (key: 'args') => unknown } | undefined }
  get: (key: 'cache' | 'mode') => unknown
  set: (key: 'cache', value: unknown) => unknown
}

/** The part of Taro's plugin context that the plugin uses. */
interface TaroContext {
  modifyRunnerOpts: (change: (runner: { opts?: RunnerConfig }) => void) => void
  modifyWebpackChain: (
    change: (webpack: { chain: Chain; data?: { componentConfig?: ComponentConfig } }) => void,
  ) => void
}

/** Cached modules were edited by these files: other files, another cache. */
const digest = (switches: Switches) =>
  readdirSync(__dirname)
    .filter((name) => /\.[jt]s$/.test(name))
    .sort()
    .reduce((hash, name) => hash.update(readFileSync(join(__dirname, name))), createHash('sha256'))
    .update(JSON.stringify(switches))
    .digest('hex')

interface MiniPlugin {
  combination?: { config?: { template?: Template } }
  loaderMeta?: LoaderMeta
}

const miniPluginOf = (chain: Chain): MiniPlugin | undefined =>
  (chain.plugins.get('miniPlugin')?.get('args') as readonly MiniPlugin[] | undefined)?.[0]

/** Taro's templates, and what its loaders are given, which one of its plugins may not have made yet. */
const partsOf = (chain: Chain): Pick<Build, 'template' | 'loaderMeta'> => {
  const plugin = miniPluginOf(chain)
  const template = plugin?.combination?.config?.template
  if (plugin === undefined || template === undefined) {
    throw faultOf('templates', 'Taro hands its templates over another way now')
  }
  plugin.loaderMeta ??= {}
  return { template, loaderMeta: plugin.loaderMeta }
}

/**
 * Taro plugin: a smaller bundle for WeChat that starts faster, lever by lever; see README.md. Does nothing for other
 * targets. In config/index.ts: `plugins: [[join(__dirname, 'slim'), { bom: false }]]`.
 */
export default (context: TaroContext, switches: Switches = {}): void => {
  if (process.env['TARO_ENV'] !== 'weapp') return
  const isOn = (name: string) => switches[name as keyof Switches] !== false
  const levers = Object.entries<Lever>(LEVERS).filter(
    ([name, { needs = name }]) => isOn(name) && isOn(needs),
  )

  context.modifyRunnerOpts(({ opts }) => {
    if (opts === undefined) return
    for (const [, lever] of levers) lever.configure?.(opts)
    // Prebundled, Taro's files would reach webpack as one that no lever knows.
    const compiler = typeof opts.compiler === 'string' ? { type: opts.compiler } : opts.compiler
    opts.compiler = { type: 'webpack5', ...compiler, prebundle: { enable: false } }
  })

  context.modifyWebpackChain(({ chain, data }) => {
    if (data?.componentConfig === undefined) {
      throw faultOf('templates', 'Taro collects components another way now')
    }
    const build: Build = {
      production: chain.get('mode') === 'production',
      words: new Words(),
      ...partsOf(chain),
      components: data.componentConfig,
      leftOut: new Map(),
    }
    const started = levers.map(([name, lever]): [string, LeverOfBuild] => [
      name,
      lever.start?.(build) ?? {},
    ])
    const slim = new SlimBuild(build, new Map(started))
    chain.module
      .rule('slim')
      .enforce('pre')
      .test((path) => slim.edits(path))
      .use('slim')
      .loader(join(__dirname, 'edit-loader.js'))
      .options({ edit: (text: string, path: string) => slim.edit(text, path) })
    chain.plugin('slim').use(slim)
    if (switches.minifier !== false) useTersersDefaults(chain)
    const cache = chain.get('cache')
    if (typeof cache === 'object') chain.set('cache', { ...cache, version: digest(switches) })
  })
}
