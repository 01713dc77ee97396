import type { Lever } from './lever'
import { replaceOnce } from './source-edit'

/**
 * Webpack 5.91 keeps every export of a module that is required and taken apart in one statement; of a property of the
 * call it keeps that property only.
 */
export const namedImport: Lever = {
  start: () => ({
    edits: [
      {
        file: '@tarojs/taro/index.js',
        edit: (text) =>
          replaceOnce(
            text,
            "const { hooks } = require('@tarojs/runtime')",
            "const hooks = require('@tarojs/runtime').hooks",
          ),
      },
    ],
  }),
}
