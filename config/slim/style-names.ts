import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { pathOf } from './app-modules'
import type { Lever } from './lever'
import { replaceOnce } from './source-edit'

const LIST = '@tarojs/runtime/dist/dom/style_properties.js'

/** What Taro's runtime sets by itself: React hides elements that wait. */
const ALWAYS = new Set(['display'])

/** Fewer would mean that the list is made another way. */
const AT_LEAST = 100

/** The names of all style properties that Taro makes setters for. */
const allNames = (text: string): string[] => {
  const script = text.replace(/^import .*$/gm, '').replace(/^export \{.*$/gm, '')
  const names: unknown = runInNewContext(`${script};styleProperties`)
  if (!Array.isArray(names) || names.length < AT_LEAST) {
    throw new Error('lists the names of styles another way now')
  }
  return names.map(String)
}

const INIT = 'initStyle(Style, styleProperties);'

const WARN = `
__SLIM_STYLES_LEFT_OUT__.forEach(name => {
    Object.defineProperty(Style.prototype, name, {
        get() { return ''; },
        set(value) {
            if (value === '' || value === undefined || value === null) return;
            console.warn('[slim] style.' + name + ' is not set: no script names it. Name it in your code, or switch the lever "styleNames" off (config/slim/README.md).');
        }
    });
});
`

/** Setters for the style properties that the app's scripts name, where Taro makes 420 of them at each launch. */
export const styleNames: Lever = {
  start: ({ words, production }) => {
    let all: readonly string[] = []
    const isNamed = (name: string) => ALWAYS.has(name) || words.has(name)
    return {
      edits: [
        {
          file: LIST,
          edit: (text) => {
            allNames(text)
            return 'export const styleProperties = __SLIM_STYLES__;\n'
          },
        },
        ...(production
          ? []
          : [
              {
                file: '@tarojs/runtime/dist/dom/style.js',
                edit: (text: string) => replaceOnce(text, INIT, INIT + WARN),
              },
            ]),
      ],
      values: {
        __SLIM_STYLES__: () => JSON.stringify(all.filter(isNamed)),
        __SLIM_STYLES_LEFT_OUT__: () => JSON.stringify(all.filter((name) => !isNamed(name))),
      },
      faults: (_app, compilation) => {
        // Read here, too: a module out of webpack's cache is not edited again.
        const list = [...compilation.modules].map(pathOf).find((path) => path.endsWith(LIST))
        if (list !== undefined) all = allNames(readFileSync(list, 'utf8'))
        return []
      },
    }
  },
}
