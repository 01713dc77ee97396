import type { Files } from '../ports'
import { placeOfJsonFault } from './json-fault'

/** An item of the tab bar. */
interface Tab {
  pagePath: string
  text: string
}

/** `app.json`, as far as routing and rendering depend on it. */
export interface AppConfig {
  /** Every route, sub-packages included; the first is the entry page. */
  pages: readonly string[]
  /** The items of the tab bar, left to right; empty where there is none. */
  tabs: readonly Tab[]
  /** Who draws the tab bar: WeChat, or the component `custom-tab-bar/index`. */
  tabBar: 'of-wechat' | 'custom'
  /** Root folders of the sub-packages. */
  subPackages: readonly string[]
  /** Those of them that start without the main package. */
  independent: readonly string[]
  usingComponents: Readonly<Record<string, string>>
  /** Other names for paths: `{"@/*": "/*"}`. */
  resolveAlias: Readonly<Record<string, string>>
  codeLoading: 'required' | 'eager'
  /** How long exchanges may take, in milliseconds, as far as it says (guide "Global configuration", networkTimeout). */
  networkTimeout: Readonly<
    Partial<Record<'request' | 'uploadFile' | 'downloadFile' | 'connectSocket', number>>
  >
  /** APIs of the person's place that it declares to use (guide "Global configuration", requiredPrivateInfos). */
  declared: readonly string[]
  /** What it says scopes are for (guide "Global configuration", permission). */
  purposes: Readonly<Record<string, string>>
  /** Whether it follows the theme of the phone (guide "Global configuration", darkmode): it is light otherwise. */
  theme: 'of-phone' | 'light'
  /** The whole file, for the code that draws the frame around the pages. */
  raw: Readonly<Record<string, unknown>>
}

interface SubPackage {
  root: string
  pages?: string[]
  independent?: boolean
}

interface AppJson {
  pages?: string[]
  entryPagePath?: string
  subPackages?: SubPackage[]
  subpackages?: SubPackage[]
  tabBar?: { list?: { pagePath: string; text?: string }[]; custom?: boolean }
  usingComponents?: Record<string, string>
  resolveAlias?: Record<string, string>
  lazyCodeLoading?: string
  networkTimeout?: Readonly<Record<string, unknown>>
  requiredPrivateInfos?: string[]
  darkmode?: boolean
  permission?: Readonly<Record<string, { desc?: string }>>
}

/** Parses a JSON file of the bundle. Throws the parser's sentence behind file, line and column. */
export const readJson = (path: string, source: string): object => {
  // Files saved by editors on Windows begin with a mark that WeChat skips.
  const text = source.replace(/^\uFEFF/, '')
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const { line, column } = placeOfJsonFault(text)
    const sentence = error instanceof Error ? error.message : String(error)
    throw new SyntaxError(`${path}:${line}:${column}: ${sentence}`)
  }
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json
  throw new SyntaxError(`${path}:1:1: The file holds no JSON object.`)
}

const withSlash = (root: string) => (root.endsWith('/') ? root : `${root}/`)

/** Reads `app.json` of a built bundle; throws when it is missing, malformed or lists no page. */
export const readAppConfig = (files: Files): AppConfig => {
  const source = files.read('app.json')
  if (source === undefined) {
    throw new Error(
      'There is no app.json: this is not the folder of a built mini-program (dist/weapp).',
    )
  }
  const json = readJson('app.json', source) as AppJson & Record<string, unknown>
  const packages = json.subPackages ?? json.subpackages ?? []
  const main = json.pages ?? []
  const entry = json.entryPagePath ?? main[0]
  if (entry === undefined) throw new Error('app.json lists no page.')
  const rest = packages.flatMap(({ root, pages = [] }) =>
    pages.map((page) => withSlash(root) + page),
  )
  return {
    pages: [entry, ...[...main, ...rest].filter((page) => page !== entry)],
    tabs: json.tabBar?.list?.map(({ pagePath, text = '' }) => ({ pagePath, text })) ?? [],
    tabBar: json.tabBar?.custom === true ? 'custom' : 'of-wechat',
    subPackages: packages.map(({ root }) => withSlash(root)),
    independent: packages
      .filter(({ independent }) => independent === true)
      .map(({ root }) => withSlash(root)),
    usingComponents: json.usingComponents ?? {},
    resolveAlias: json.resolveAlias ?? {},
    codeLoading: json.lazyCodeLoading === 'requiredComponents' ? 'required' : 'eager',
    networkTimeout: Object.fromEntries(
      Object.entries(json.networkTimeout ?? {}).filter(([, ms]) => typeof ms === 'number'),
    ),
    declared: json.requiredPrivateInfos ?? [],
    purposes: Object.fromEntries(
      Object.entries(json.permission ?? {}).map(([scope, { desc = '' }]) => [scope, desc]),
    ),
    theme: json.darkmode === true ? 'of-phone' : 'light',
    raw: json,
  }
}

/** Whether a page or script starts without the main package (guide "Independent sub-packages"). */
export const isIndependent = ({ independent }: Pick<AppConfig, 'independent'>, path: string) =>
  independent.some((root) => path.startsWith(root))

/** Whether a page is one of the tab bar's. */
export const isTab = ({ tabs }: AppConfig, path: string | undefined) =>
  tabs.some(({ pagePath }) => pagePath === path)
