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

describe('a lever of config/slim', () => {
  it.each(edits)(
    '$name changes $file of the installed Taro (production: $production)',
    ({ name, file, production }) => {
      const path = join(process.cwd(), 'node_modules', file)
      const text = readFileSync(path, 'utf8')
      expect(slim(name, production).edit(text, path)).not.toBe(text)
    },
  )

  it.each(edits)(
    '$name says so when $file has changed (production: $production)',
    ({ name, file, production }) => {
      const path = join(process.cwd(), 'node_modules', file)
      expect(() => slim(name, production).edit('export const nothing = 1', path)).toThrow(
        `slim: the lever "${name}" cannot work: ${file} `,
      )
    },
  )
})
