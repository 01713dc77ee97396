import type { Lever } from './lever'
import { replaceOnce } from './source-edit'

const LEVEL = 10

const WARN = `{ attached() { console.warn('[slim] An element is nested deeper than ${LEVEL} views: it is drawn through a component of its own, which costs time. Flatten the page, or set mini.baseLevel.'); } }`

/**
 * Templates for 10 levels of nesting, where Taro's default is 16. Deeper elements are still drawn, through the
 * component comp; in development the console says so.
 */
export const baseLevel: Lever = {
  configure: (config) => {
    config.baseLevel ??= LEVEL
  },
  start: ({ production }) => ({
    edits: production
      ? []
      : [
          {
            file: '@tarojs/runtime/dist/dsl/common.js',
            edit: (text) =>
              replaceOnce(
                text,
                '        : EMPTY_OBJ;\n    // 不同平台',
                `        : ${WARN};\n    // 不同平台`,
              ),
          },
        ],
  }),
}
