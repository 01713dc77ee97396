import type { Tree } from '../../scripts/code/tree'

/** Guides for a folder that a person removes, with one as an example. */
const EXAMPLES = /^docs\/guides\/upgrades\b/
const SETTING = /\b(?:TARO_APP_[A-Z_]+[A-Z])\b/g
const SPAN = /`([^`\n]+)`/g

/**
 * What documents of a created project name that it does not have, each with its page: settings of the app, and folders
 * and files of the template, in backticks.
 */
export const lostNames = (tree: Tree): string[] => {
  const [kept, removed] = [tree.paths(), tree.removed()]
  const settings = tree.read('.env')
  const isIn = (name: string) => (path: string) => path === name || path.startsWith(`${name}/`)
  const isLost = (span: string): boolean => {
    const name = span.replace(/\/$/, '')
    // `server` is also why a sign-in fails.
    return name !== 'server' && removed.some(isIn(name)) && !kept.some(isIn(name))
  }
  return kept
    .filter((path) => path.endsWith('.md') && !EXAMPLES.test(path))
    .flatMap((path) => {
      const text = tree.read(path)
      const spans = [...text.matchAll(SPAN)].map(([, span = '']) => span)
      const named = [...text.matchAll(SETTING)].map(([name]) => name)
      return [
        ...spans.filter(isLost),
        ...named.filter((name) => !settings.includes(`${name}=`)),
      ].map((name) => `${path}: ${name}`)
    })
}
