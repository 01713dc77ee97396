import type { Words } from './words'

/** What Taro knows of the components that a build uses (@tarojs/webpack5-runner, utils/component.js). */
export interface ComponentConfig {
  /** Dashed names of the built-in components that have templates. */
  includes: Set<string>
  includeAll: boolean
}

type Alias = Readonly<Record<string, string>>

/** The part of Taro's template builder that levers rely on (@tarojs/shared, template.js). */
export interface Template {
  baseLevel: number
  /** Per dashed component: its number in templates, and the short name of each attribute. Set by the first build. */
  componentsAlias?: Readonly<Record<string, Alias>>
  /** Per dashed component: how many of its kind lie in each other at most, -1 for as many as there are levels. */
  nestElements?: Map<string, number>
  buildAttribute: (attributes: Readonly<Record<string, string>>, component: string) => string
  /** Per component, in Pascal case: its properties and their defaults. */
  internalComponents?: Readonly<Record<string, Record<string, string>>>
  /** Returns the attribute that a property is written as. */
  replacePropName?: (name: string, value: string, component: string, alias: Alias) => string
}

/** What Taro's loaders of pages are given (@tarojs/taro-loader, page.js). */
export interface LoaderMeta {
  /** Returns the script that makes a page or the app, in place of the one it is given. */
  modifyInstantiate?: (script: string, kind: string) => string
}

/** One build, as levers see it. */
export interface Build {
  production: boolean
  words: Words
  template: Template
  loaderMeta: LoaderMeta
  components: ComponentConfig
  /** The attributes and events that were left out, by dashed component. */
  leftOut: Map<string, Set<string>>
}

/** Taro's settings for one target, before the build starts. */
export interface RunnerConfig {
  baseLevel?: number
  runtime?: Record<string, boolean>
  compiler?: string | { type?: string; prebundle?: { enable?: boolean } }
}
