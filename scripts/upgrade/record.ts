import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const RECORD = 'template.json'

/** What template.json says of the template that a project is at. */
export interface Record {
  readonly version: string
  readonly commit: string | undefined
}

/** Reads a project's template.json; throws a sentence where there is none or it is broken. */
export const readRecord = (root: string): Record => {
  const path = join(root, RECORD)
  if (!existsSync(path)) {
    throw new Error(
      `There is no ${RECORD} here: only a project made by npm run setup can take in a newer template.`,
    )
  }
  let record: unknown
  try {
    record = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw new Error(
      `${RECORD} is no JSON: take it from the project's history (git log -- ${RECORD}).`,
    )
  }
  const { version, commit } = (record ?? {}) as { version?: unknown; commit?: unknown }
  if (typeof version !== 'string') throw new Error(`${RECORD} names no version.`)
  const isHash = typeof commit === 'string' && /^[0-9a-f]{40,64}$/.test(commit)
  return { version, commit: isHash ? commit : undefined }
}
