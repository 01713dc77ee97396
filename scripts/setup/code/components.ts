import type { Literal } from './evaluate'
import { lookupIn, foldFile } from './constants'
import { parse } from '../../code/edits'
import { usagesIn, withoutAttributes, withoutParameters, type Usage } from './props'
import { importKeys, knowledgeFor, ourCode, type State } from './state'

interface Placed extends Usage {
  readonly path: string
}

/** Every use of every component of the app, by the key of the component. */
export const usagesOf = (state: State): Map<string, Placed[]> => {
  const all = new Map<string, Placed[]>()
  for (const path of ourCode(state.tree).filter((it) => /^src\/.*\.tsx$/.test(it))) {
    const text = state.tree.read(path)
    const keys = importKeys(state, path, text)
    const lookup = lookupIn(parse(path, text), knowledgeFor(state, path, text))
    for (const usage of usagesIn(parse(path, text), lookup, text !== state.texts.get(path))) {
      for (const key of keys.get(usage.component) ?? [`${path}#${usage.component}`]) {
        all.set(key, [...(all.get(key) ?? []), { ...usage, path }])
      }
    }
  }
  return all
}

const fixedIn = (usages: readonly Usage[]): Map<string, Literal> => {
  const fixed = new Map<string, Literal>()
  for (const [name, value] of usages[0]?.props ?? []) {
    const isSame = usages.every(({ props, hasSpread }) => !hasSpread && props.get(name) === value)
    if (typeof value === 'boolean' && isSame) fixed.set(name, value)
  }
  return fixed
}

/** Takes properties out of components to which every use hands the same fixed value. */
export const foldComponents = (state: State): void => {
  const { tree } = state
  for (const [key, usages] of usagesOf(state)) {
    const [path = '', component = ''] = key.split('#')
    const props = fixedIn(usages)
    if (props.size === 0 || !tree.has(path)) continue
    const names = new Set(props.keys())
    const text = tree.read(path)
    const knowledge = knowledgeFor(state, path, text, new Map([[component, props]]))
    tree.write(
      path,
      withoutParameters(path, foldFile(path, text, knowledge).text, component, names),
    )
    for (const user of new Set(usages.map((usage) => usage.path))) {
      const { component: local = component } = usages.find((usage) => usage.path === user) ?? {}
      tree.write(user, withoutAttributes(user, tree.read(user), local, names))
    }
  }
}
