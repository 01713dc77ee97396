import type { Tree } from '../../code/tree'

type Scripts = Readonly<Record<string, string>>

/** Whether a script runs a file that has left. */
const runsWhatLeft = (script: string, removed: ReadonlySet<string>): boolean =>
  script.split(/\s+/).some((word) => removed.has(word))

/** A script without the parts that run a script which is gone. */
const withoutParts = (script: string, gone: ReadonlySet<string>): string =>
  script
    .split(' && ')
    .filter((part) => !gone.has(part.replace(/^npm run /, '')))
    .join(' && ')

/**
 * The scripts of package.json that a project keeps: without those named, and those that run a file which has left.
 * Others lose the parts that run one of these.
 */
export const keptScripts = (tree: Tree, scripts: Scripts, named: readonly string[]): Scripts => {
  const removed = new Set(tree.removed())
  const isGone = ([name, script]: readonly [string, string]) =>
    named.includes(name) || runsWhatLeft(script, removed)
  const gone = new Set(
    Object.entries(scripts)
      .filter(isGone)
      .map(([name]) => name),
  )
  return Object.fromEntries(
    Object.entries(scripts)
      .filter(([name]) => !gone.has(name))
      .map(([name, script]) => [name, withoutParts(script, gone)]),
  )
}
