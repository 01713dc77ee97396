// A merge driver of git: plain JavaScript, so that git can run it without a loader.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const isFields = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b)

class Conflict extends Error {}

const mergeFields = (base, ours, theirs) => {
  const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)])
  const merged = [...keys].map((key) => [key, merge(base[key], ours[key], theirs[key])])
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined))
}

/** Three values as one, key by key; throws where both sides changed the same one in two ways. */
const merge = (base, ours, theirs) => {
  if (isSame(ours, theirs) || isSame(base, theirs)) return ours
  if (isSame(base, ours)) return theirs
  if (isFields(ours) && isFields(theirs)) {
    return mergeFields(isFields(base) ? base : {}, ours, theirs)
  }
  throw new Conflict()
}

const sorted = (record) =>
  isFields(record)
    ? Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
    : record

const LISTS = ['dependencies', 'devDependencies', 'packages']

/** JSON as this text has it: its indent, and the ends of its lines. */
const writtenLike = (text, value) => {
  const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? 2
  const json = `${JSON.stringify(value, null, indent)}\n`
  return text.includes('\r\n') ? json.replaceAll('\n', '\r\n') : json
}

const [basePath, oursPath, theirsPath] = process.argv.slice(2)
const textOf = (path) => readFileSync(path, 'utf8')

try {
  const ours = textOf(oursPath)
  const merged = merge(
    JSON.parse(textOf(basePath)),
    JSON.parse(ours),
    JSON.parse(textOf(theirsPath)),
  )
  for (const name of LISTS.filter((it) => merged[it] !== undefined)) {
    merged[name] = sorted(merged[name])
  }
  writeFileSync(oursPath, writtenLike(ours, merged))
} catch {
  // Not JSON, or changed on both sides: git's own merge of lines, with its marks.
  const { status } = spawnSync('git', [
    'merge-file',
    '-L',
    'ours',
    '-L',
    'base',
    '-L',
    'theirs',
    oursPath,
    basePath,
    theirsPath,
  ])
  process.exitCode = status === 0 ? 0 : 1
}
