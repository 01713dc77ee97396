import type { Compilation, Dependency, Module } from 'webpack'
import { pathOf, scriptOf } from './app-modules'
import type { Lever } from './lever'
import { replaceAllOnce } from './source-edit'

const RUNTIME = '@tarojs/runtime/dist/index.js'
const GONE = [
  'location',
  'history',
  'Location',
  'History',
  'URL',
  'URLSearchParams',
  'parseUrl',
  'getCurrentPage',
]
const ON_WINDOW = /\bwindow\.(?:location|history)\b/

/** The names out of GONE that a module takes from Taro's runtime, imported or as globals, which Taro turns into imports. */
const takenBy = (module: Module, { moduleGraph }: Compilation): string[] => {
  const names = [...moduleGraph.getOutgoingConnections(module)]
    .filter(
      (connection) => connection.module !== null && pathOf(connection.module).endsWith(RUNTIME),
    )
    .map(({ dependency }) => (dependency as (Dependency & { ids?: unknown }) | null)?.ids)
    .map((ids) => (Array.isArray(ids) ? String(ids[0]) : ''))
  const onWindow = ON_WINDOW.exec(scriptOf(module))?.[0]
  return [
    ...names.filter((name) => GONE.includes(name)),
    ...(onWindow === undefined ? [] : [onWindow]),
  ]
}

const WINDOW: ReadonlyArray<readonly [string, string]> = [
  ["import { History } from './history.js';", ''],
  ["import { Location } from './location.js';", ''],
  ['this.location = new Location({ window: this });', ''],
  ['this.history = new History(this.location, { window: this });', ''],
  ['        this.initEvent();\n', ''],
]

/**
 * No location, history, URL and URLSearchParams, which Taro imitates for libraries of the browser. An app that uses
 * one of them fails to build.
 */
export const bom: Lever = {
  start: () => ({
    edits: [
      { file: '@tarojs/runtime/dist/bom/window.js', edit: (text) => replaceAllOnce(text, WINDOW) },
      {
        file: '@tarojs/runtime/dist/dom/document.js',
        edit: (text) =>
          replaceAllOnce(text, [
            ["import { AnchorElement } from './anchor-element.js';", ''],
            ['element = new AnchorElement();', 'element = new TaroElement();'],
          ]),
      },
    ],
    faults: (app, compilation) =>
      app.flatMap((module) =>
        takenBy(module, compilation).map(
          (name) =>
            `${pathOf(module)} uses ${name}, which the lever "bom" takes out. Switch the lever off, or do without.`,
        ),
      ),
  }),
}
