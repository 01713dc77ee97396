import { parse, type AnyNode, type SwitchCase, type SwitchStatement } from 'acorn'
import { faultsWhere } from './app-modules'
import type { Lever } from './lever'
import { RECONCILER } from './reconciler'
import { replaceAllOnce } from './source-edit'

/**
 * Kinds of fibers (React's ReactWorkTags) that come of Suspense alone, or of nothing that React 18 exports: Suspense,
 * DehydratedFragment, SuspenseList, Scope, Offscreen, LegacyHidden, Cache, TracingMarker.
 */
const GONE: ReadonlySet<unknown> = new Set([13, 18, 19, 21, 22, 23, 24, 25])

/** What makes such fibers, and what waits for a promise that a component throws. */
const MAKERS: ReadonlyArray<readonly [from: string, to: string]> = [
  ['case na:return a=td(13,c,b,e),a.elementType=na,a.lanes=f,a;', ''],
  ['case oa:return a=td(19,c,b,e),a.elementType=oa,a.lanes=f,a;', ''],
  ['case ra:return kg(c,e,f,b);', ''],
  ['null!==k&&"object"===typeof k&&"function"===typeof k.then', '!1'],
]

interface Cut {
  readonly start: number
  readonly end: number
}

const ENDS: ReadonlySet<string> = new Set([
  'ReturnStatement',
  'BreakStatement',
  'ContinueStatement',
  'ThrowStatement',
])

const isGone = ({ test }: SwitchCase) => test?.type === 'Literal' && GONE.has(test.value)
const goesOn = ({ consequent }: SwitchCase) => !ENDS.has(consequent.at(-1)?.type ?? '')

/** The cases of a switch over kinds of fibers that can go: a body that a kept case runs into stays. */
const cutsOf = ({ cases }: SwitchStatement): Cut[] =>
  cases.flatMap((each, index) => {
    if (!isGone(each)) return []
    const before = cases
      .slice(0, index)
      .filter((one) => one.consequent.length > 0 || !isGone(one))
      .at(-1)
    const isEntered = before !== undefined && !isGone(before) && goesOn(before)
    const end = isEntered ? (each.consequent[0]?.start ?? each.end) : each.end
    return [{ start: each.start, end }]
  })

const isTag = (node: AnyNode) =>
  node.type === 'MemberExpression' &&
  node.property.type === 'Identifier' &&
  node.property.name === 'tag'

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && typeof (value as AnyNode).type === 'string'

const eachNode = (node: AnyNode, visit: (node: AnyNode) => void): void => {
  visit(node)
  for (const value of Object.values(node) as unknown[]) {
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (isNode(child)) eachNode(child, visit)
    }
  }
}

/** React's reconciler without Suspense. */
const withoutSuspense = (reconciler: string): string => {
  const text = replaceAllOnce(reconciler, MAKERS)
  const cuts: Cut[] = []
  eachNode(parse(text, { ecmaVersion: 2020 }), (node) => {
    if (node.type === 'SwitchStatement' && isTag(node.discriminant)) cuts.push(...cutsOf(node))
  })
  return cuts
    .filter(({ start }) => !cuts.some((around) => around.start < start && start < around.end))
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
    .replace(/\b(\d+)([!=])==(\w+(?:\.\w+)*)\.tag\b/g, (test, kind: string, how: string) =>
      GONE.has(Number(kind)) ? (how === '=' ? '!1' : '!0') : test,
    )
}

const USES =
  /import\s*(?:\w+\s*,\s*)?\{[^}]*\bSuspense\b[^}]*\}\s*from\s*["']react["']|react\w*\.Suspense\b/i

/** Takes Suspense, and so lazy(), out of React's reconciler. Production builds only. */
export const suspense: Lever = {
  start: ({ production }) => ({
    edits: production ? [{ file: RECONCILER, edit: withoutSuspense }] : [],
    faults: (app) =>
      faultsWhere(
        app,
        USES,
        'uses Suspense, which the lever "suspense" takes out. Switch the lever off, or do without.',
      ),
  }),
}
