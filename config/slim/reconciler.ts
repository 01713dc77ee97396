import { readFileSync } from 'node:fs'
import { scriptOf } from './app-modules'
import type { Lever } from './lever'

export const RECONCILER = 'react-reconciler/cjs/react-reconciler.production.min.js'
const TARO_REACT = '@tarojs/react/dist/react.esm.js'

/** What a member of Taro's host configuration is, where it is constant. */
const CONSTANTS: ReadonlyArray<readonly [member: RegExp, constant: string]> = [
  [/^: true,?$/, '!0'],
  [/^: false,?$/, '!1'],
  [/^: -1,?$/, '-1'],
  [/^: noop,?$/, 'function(){}'],
  [/^: \(\) => null,?$/, 'function(){return null}'],
]

/** The members of the host configuration that Taro hands to React, each with the rest of its line. */
const hostMembers = (taroReact: string): ReadonlyMap<string, string> => {
  const start = taroReact.indexOf('const hostConfig = {')
  const end = taroReact.indexOf('\n};\nconst TaroReconciler = Reconciler(hostConfig);')
  if (start === -1 || end < start) throw new Error(`${TARO_REACT} configures React another way now`)
  const members = taroReact.slice(start, end).matchAll(/^ {4}([A-Za-z]+)((?::|\().*)$/gm)
  return new Map([...members].map(([, name = '', rest = '']) => [name, rest]))
}

/** The functions of the reconciler that Taro calls. */
const calledByTaro = (taroReact: string): ReadonlySet<string> =>
  new Set(
    [...taroReact.matchAll(/\b(?:TaroReconciler|renderer)\.(\w+)/g)].map(([, name = '']) => name),
  )

/**
 * React's reconciler for Taro alone: flags that Taro never changes are constants, so that the minifier removes what
 * they switch off, and functions that Taro never calls are not exported.
 */
const forTaro = (reconciler: string, taroReact: string): string => {
  const members = hostMembers(taroReact)
  const called = calledByTaro(taroReact)
  if (!members.has('supportsMutation') || !called.has('createContainer')) {
    throw new Error(`${TARO_REACT} drives React another way now`)
  }
  const folded = reconciler.replace(/\$\$\$hostConfig\.(\w+)/g, (read, name: string) => {
    const rest = members.get(name)
    if (rest === undefined) return 'void 0'
    return CONSTANTS.find(([member]) => member.test(rest))?.[1] ?? read
  })
  const head = 'var exports = {};'
  if (folded === reconciler || !folded.includes(head)) {
    throw new Error('reads its host configuration or exports its functions another way now')
  }
  return folded
    .replace(head, `${head}var slimUnused;`)
    .replace(/\bexports\.(\w+)=(?!=)/g, (kept, name: string) =>
      called.has(name) ? kept : 'slimUnused=',
    )
}

/** @tarojs/react beside a react-reconciler, as npm lays them out. */
const taroReactBeside = (path: string) => path.replace(/\\/g, '/').replace(RECONCILER, TARO_REACT)

/** Folds Taro's constant flags into React's reconciler, and drops what Taro never calls. Production builds only. */
export const reconciler: Lever = {
  start: ({ production }) => ({
    edits: production
      ? [
          {
            file: RECONCILER,
            edit: (text, path) => forTaro(text, readFileSync(taroReactBeside(path), 'utf8')),
          },
        ]
      : [],
    faults: (app) =>
      app.some((module) =>
        /\brequire\(["']react-reconciler["']\)|from ["']react-reconciler["']/.test(
          scriptOf(module),
        ),
      )
        ? [
            'The app has a renderer of its own on react-reconciler; switch the levers "reconciler" and "fiberNames" off.',
          ]
        : [],
  }),
}
