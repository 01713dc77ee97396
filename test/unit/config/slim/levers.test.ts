import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { internalComponents } from '@tarojs/shared'
import type { Build } from '../../../../config/slim/build'
import { LEVERS } from '../../../../config/slim/levers'
import { SlimBuild } from '../../../../config/slim/slim-build'
import { Words } from '../../../../config/slim/words'

const build = (production: boolean): Build => ({
  production,
  words: new Words(),
  template: {
    baseLevel: 16,
    buildAttribute: () => '',
    internalComponents: structuredClone(internalComponents),
    replacePropName: (name) => name,
  },
  loaderMeta: {},
  components: { includes: new Set(), includeAll: false },
  leftOut: new Map(),
})

/** Every edit of every lever, for both kinds of builds. */
const edits = [true, false].flatMap((production) =>
  Object.entries(LEVERS).flatMap(([name, { start }]) =>
    (start?.(build(production)).edits ?? []).map(({ file }) => ({ name, file, production })),
  ),
)

const slim = (name: string, production: boolean) => {
  const lever = Object.entries(LEVERS).find(([other]) => other === name)?.[1]
  return new SlimBuild(
    build(production),
    new Map([[name, lever?.start?.(build(production)) ?? {}]]),
  )
}

describe('the lever behaviors', () => {
  const instantiate = (script: string, kind: string) => {
    const made = build(true)
    LEVERS.behaviors.start?.(made)
    return made.loaderMeta.modifyInstantiate?.(script, kind)
  }
  const page = `var taroOption = createPageConfig(component)
if (component && component.behaviors) {
  taroOption.behaviors = (taroOption.behaviors || []).concat(component.behaviors)
}
var inst = Page(taroOption)`

  it('the lever for behaviors takes out of a page what the installed Taro writes to mix them in', () => {
    const loader = readFileSync('node_modules/@tarojs/taro-loader/lib/page.js', 'utf8')
    expect(loader).toContain('if (component && component.behaviors) {\n')
    expect(instantiate(page, 'page')).toBe(
      'var taroOption = createPageConfig(component)\nvar inst = Page(taroOption)',
    )
  })

  it('the lever for behaviors fails when Taro makes pages another way', () => {
    expect(() => instantiate('var inst = Page(taroOption)', 'page')).toThrow('"behaviors"')
    expect(instantiate('var inst = App(component)', 'app')).toBe('var inst = App(component)')
  })
})

describe('a lever of config/slim', () => {
  it.each(edits)(
    'the lever $name changes $file of the installed Taro (production: $production)',
    ({ name, file, production }) => {
      const path = join(process.cwd(), 'node_modules', file)
      const text = readFileSync(path, 'utf8')
      expect(slim(name, production).edit(text, path)).not.toBe(text)
    },
  )

  it.each(edits)(
    'the lever $name fails when $file has changed (production: $production)',
    ({ name, file, production }) => {
      const path = join(process.cwd(), 'node_modules', file)
      expect(() => slim(name, production).edit('export const nothing = 1', path)).toThrow(
        `slim: the lever "${name}" cannot work: ${file} `,
      )
    },
  )
})
