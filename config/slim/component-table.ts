import type { Build } from './build'
import type { Lever } from './lever'
import { replaceAllOnce, replaceOnce } from './source-edit'

/** Views and texts that Taro's runtime switches between by itself. */
const VARIANTS = ['view', 'static-view', 'pure-view', 'catch-view', 'click-view', '#text']

const camelCase = (name: string) =>
  name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

/** The numbers and short names in use by the templates, for the components that have one. */
const tableOf = ({ template, components, leftOut }: Build): string => {
  const alias = template.componentsAlias
  if (alias === undefined) {
    throw new Error('Taro numbers the components of its templates another way now')
  }
  const used = Object.entries(alias).filter(
    ([name]) => components.includeAll || VARIANTS.includes(name) || components.includes.has(name),
  )
  const table = used.map(([name, short]) => {
    const gone = new Set([...(leftOut.get(name) ?? [])].map(camelCase))
    return [name, Object.fromEntries(Object.entries(short).filter(([key]) => !gone.has(key)))]
  })
  return JSON.stringify(Object.fromEntries(table))
}

/** The number of the view in templates, where a component of a deep page starts. */
const viewOf = ({ template }: Build) => JSON.stringify(template.componentsAlias?.['view']?.['_num'])

const CLICK =
  "eventName === 'click' && process.env.TARO_PLATFORM !== PLATFORM_TYPE.HARMONY && compName in internalComponents"

/**
 * The numbers of components and attributes in templates, written out for what the app uses, where Taro computes them
 * at each launch from a list of everything there is.
 */
export const componentTable: Lever = {
  start: (build) => ({
    edits: [
      {
        file: '@tarojs/runtime/dist/utils/index.js',
        edit: (text) =>
          replaceOnce(text, 'getComponentsAlias$1(internalComponents)', '__SLIM_COMPONENTS__'),
      },
      {
        file: '@tarojs/runtime/dist/dsl/common.js',
        edit: (text) =>
          replaceOnce(text, 'getComponentsAlias(internalComponents)[VIEW]._num', '__SLIM_VIEW__'),
      },
      {
        file: '@tarojs/react/dist/react.esm.js',
        edit: (text) =>
          replaceAllOnce(text, [
            ['import { setInnerHTML,', 'import { getComponentsAlias, setInnerHTML,'],
            ['const compName = capitalize(toCamelCase(dom.tagName.toLowerCase()));', ''],
            [CLICK, "eventName === 'click' && dom.nodeName in getComponentsAlias()"],
          ]),
      },
      {
        file: '@tarojs/plugin-platform-weapp/dist/runtime.js',
        edit: (text) => replaceOnce(text, 'mergeInternalComponents(components);', ''),
      },
    ],
    values: { __SLIM_COMPONENTS__: () => tableOf(build), __SLIM_VIEW__: () => viewOf(build) },
  }),
}
