import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { readConfig } from '@tarojs/helper'
import { absentNames, without } from './absent'
import { compact, compactJson } from './compact'
import { constants } from './constants'
import { withPolicy } from './content-security-policy'
import { devConfig } from './dev'
import { withDirectCalls } from './direct-calls'
import { EditAssets, type Edit } from './edit-assets'
import { PackageSizes } from './package-sizes'
import { prodConfig } from './prod'
import { withoutQuotaToast } from './quota-toast'
import { SharedCode } from './shared-code'
import { targetOf, type Target } from './target'
import { readSettings, shippingWarnings, type Settings } from './settings'

const settingsOrExit = (mode: string): Settings => {
  const outcome = readSettings(process.env)
  if ('faults' in outcome) {
    for (const fault of outcome.faults) process.stderr.write(`Cannot build: ${fault}\n`)
    process.exit(1)
  }
  for (const warning of shippingWarnings(outcome.settings, mode)) {
    process.stderr.write(`Note: ${warning}\n`)
  }
  return outcome.settings
}

/** The target of this build. Exits before Taro empties any folder when the app has no platform for it. */
const targetOrExit = (name: string | undefined): Target => {
  const outcome = targetOf(name)
  if ('target' in outcome) return outcome.target
  process.stderr.write(`Cannot build: ${outcome.fault}\n`)
  process.exit(1)
}

/** Scripts that hold nothing of ours: Taro's runtime, and packages. */
const FOREIGN = ['taro.js', 'vendors.js', 'runtime.js']

const editFor = ({ features }: Settings, mode: string): Edit => {
  const names = absentNames(features)
  return (file, text) => {
    if (file.endsWith('.json')) return compactJson(text)
    const rest = without(names, text)
    if (file.endsWith('.wxml')) return compact(withoutQuotaToast(rest))
    return mode === 'production' && !FOREIGN.includes(file) ? withDirectCalls(rest) : rest
  }
}

/** What the packages of the app are made from, beside its modules. */
const PACKAGING = ['src/app.config.ts', 'src/features/navigation/routes.ts', 'config/prod.ts']

/**
 * Webpack mixes modules of builds with other settings, or of other sub-packages, into one that does not run: each
 * combination has a cache.
 */
const cacheName = (values: Readonly<Record<string, string>>) => {
  const hash = createHash('sha256').update(JSON.stringify(values))
  for (const file of PACKAGING) hash.update(readFileSync(join(__dirname, '..', file)))
  return hash.digest('hex').slice(0, 12)
}

/** Roots of the sub-packages, as src/app.config.ts has them in this build. */
const subPackages = (values: Readonly<Record<string, string>>): string[] => {
  const app = readConfig(join(__dirname, '../src/app.config.ts'), {
    defineConstants: values,
  }) as { subPackages?: ReadonlyArray<{ root: string }> }
  return (app.subPackages ?? []).map(({ root }) => root.replace(/\/$/, ''))
}

/** Files of src/ that go beside the code as they are. */
const COPIED: Readonly<Partial<Record<Target, readonly string[]>>> = {
  weapp: ['sitemap.json'],
  h5: ['assets/web/favicon.svg', 'assets/web/manifest.webmanifest', 'assets/web/robots.txt'],
}

// Scaled to the width of the screen, text and touch targets would shrink below what people can read and hit.
const PX_STAYS_PX = { enable: false, config: {} }

export default defineConfig<'webpack5'>(async (merge, { mode }) => {
  const target = targetOrExit(process.env['TARO_ENV'])
  const settings = settingsOrExit(mode)
  const values = constants(settings, { target, mode })
  const shared = new SharedCode(() => subPackages(values))
  const outputRoot = process.env['OUTPUT_ROOT'] ?? `dist/${target}`
  const baseConfig: UserConfigExport<'webpack5'> = {
    projectName: 'taro-accounts-starter',
    date: '2026-11-21',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot,
    plugins: [join(__dirname, 'slim')],
    framework: 'react',
    // Prebundling saves little beside the cache, and makes watching builds differ from those that ship.
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // A build that ships starts from nothing: its modules are numbered by size, and webpack's cache mixes the
    // numbers of two builds when shared code moves between packages.
    cache: { enable: mode !== 'production', name: cacheName(values) },
    defineConstants: values,
    copy: {
      patterns: (COPIED[target] ?? []).map((path) => ({
        from: `src/${path}`,
        to: `${outputRoot}/${basename(path)}`,
      })),
      options: {},
    },
    mini: {
      webpackChain: (chain) => {
        chain.plugin('sharedCode').use(shared)
        chain.plugin('editAssets').use(EditAssets, [editFor(settings, mode)])
        if (mode === 'production') chain.plugin('packageSizes').use(PackageSizes)
      },
      optimizeMainPackage: { enable: true, exclude: [shared.isShared] },
      // Components load in different orders on different pages; no style of ours relies on it.
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss: { pxtransform: PX_STAYS_PX, cssModules: { enable: false } },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      output: { filename: 'js/[name].[hash:8].js', chunkFilename: 'js/[name].[chunkhash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[hash].css',
        chunkFilename: 'css/[name].[chunkhash].css',
      },
      postcss: {
        pxtransform: PX_STAYS_PX,
        autoprefixer: { enable: true, config: {} },
        cssModules: { enable: false },
      },
      // Webpack's asset listing and cache notes say nothing a person can act on.
      webpackChain: (chain) => {
        const policy: Edit = (file, text) =>
          file === 'index.html' ? withPolicy(text, settings.baasHost) : text
        chain.resolve.alias.set('jsonp-retry$', join(__dirname, 'no-jsonp.js'))
        // A watching build evaluates scripts, which no policy should allow.
        if (mode === 'production') {
          chain.plugin('contentSecurityPolicy').use(EditAssets, [policy])
        }
        chain.merge({ stats: 'errors-only', infrastructureLogging: { level: 'error' } })
        chain.performance.hints(false)
      },
    },
  }
  return merge({}, baseConfig, mode === 'development' ? devConfig : prodConfig)
})
