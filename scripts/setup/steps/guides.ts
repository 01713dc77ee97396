import type { Tree } from '../../code/tree'
import type { Leaving } from '../features/feature'
import { inCode, levelOf, renumbered } from './lines'

/** The first code span of a row of a table or of an item of a list: what the line is about. */
const SUBJECT = /^\s*(?:\|\s*|[-*] +|\d+\. +)`([^`]+)`/
/** Documents of the project's owner. */
const GUIDES = /^(AGENTS|simulator\/(host\/)?README(\.zh)?|docs\/.*)\.md$/

/** A document without one section: its heading, and what follows up to the next heading of that level or above. */
const withoutSection = (text: string, heading: string): string => {
  const lines = text.split('\n')
  const code = inCode(lines)
  const from = lines.indexOf(heading)
  if (from < 0) return text
  const isEnd = (line: string, at: number) =>
    at > from && code[at] !== true && levelOf(line) > 0 && levelOf(line) <= levelOf(heading)
  const to = lines.findIndex(isEnd)
  return [...lines.slice(0, from), ...lines.slice(to < 0 ? lines.length : to)].join('\n')
}

const withoutLines = (text: string, isGone: (subject: string) => boolean): string => {
  const lines = text.split('\n')
  const code = inCode(lines)
  let isLeft = false
  return lines
    .filter((line, at) => {
      // The lines of an item that goes on are indented.
      isLeft = code[at] !== true && (isLeft ? /^ +\S/.test(line) && !SUBJECT.test(line) : false)
      const subject = code[at] === true ? undefined : SUBJECT.exec(line)?.[1]
      isLeft ||= subject !== undefined && isGone(subject)
      return !isLeft
    })
    .join('\n')
}

/**
 * Takes out of the documents what is about things that the project has not kept: the sections named, and the rows and
 * items about a file, a setting or a script that has left.
 */
export const simplifyGuides = (tree: Tree, { sections, settings }: Leaving): void => {
  const [removed, kept] = [tree.removed(), tree.paths()]
  const { scripts } = JSON.parse(tree.read('package.json')) as { scripts: Record<string, string> }
  const isIn = (folder: string) => (path: string) =>
    path === folder || path.startsWith(`${folder.replace(/\/$/, '')}/`)
  const isGone = (subject: string): boolean => {
    const script = /^npm run ([\w:-]+)/.exec(subject)?.[1]
    if (script !== undefined) return scripts[script] === undefined
    const setting = /^\w+/.exec(subject)?.[0] ?? ''
    if (Object.keys(settings).includes(setting)) return true
    // `server` alone may be a word of the documents, such as a reason.
    const isPath = /[/.]/.test(subject)
    return isPath && removed.some(isIn(subject)) && !kept.some(isIn(subject))
  }
  for (const path of kept.filter((it) => GUIDES.test(it))) {
    const before = tree.read(path)
    const named = sections.filter((it) => it.in === path)
    const whole = named.reduce((text, { heading }) => withoutSection(text, heading), before)
    const after = withoutLines(whole, isGone)
    if (after !== before) tree.write(path, renumbered(after))
  }
}
