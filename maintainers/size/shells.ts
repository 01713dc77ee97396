import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { measure, totalBytes, type FileSize } from '../../scripts/build/measure'
import { FEATURES, type FeatureName } from '../../scripts/setup/features/feature'
import { createProject, run } from '../matrix/project'

const TEMPLATE = process.cwd()

const print = (line: string) => void process.stdout.write(`${line}\n`)

/** The bundle of a project that keeps these features, with their settings as delivered. */
const bundleOf = (folder: string, keep: readonly FeatureName[]): FileSize[] => {
  createProject(TEMPLATE, folder, { name: basename(folder), keep })
  run(folder, ['npm', 'run', '--silent', 'build:weapp'])
  return measure(join(folder, 'dist/weapp'))
}

/**
 * `npm run size:shells`: builds a project that has `src/compat` and imports neither of its shells, and the same project
 * without the folder. Fails when the first bundle is larger.
 */
const main = (): void => {
  const parent = mkdtempSync(join(tmpdir(), 'shells-'))
  try {
    const unused = bundleOf(join(parent, 'unused'), FEATURES)
    const removed = bundleOf(
      join(parent, 'removed'),
      FEATURES.filter((name) => name !== 'compat'),
    )
    const bytes = new Map(removed.map((file) => [file.path, file.bytes]))
    for (const file of unused) {
      const without = bytes.get(file.path) ?? 0
      if (file.bytes !== without) print(`${file.path}: ${file.bytes} B, without ${without} B`)
    }
    print(`${totalBytes(unused)} B with the shells unused, ${totalBytes(removed)} B without them`)
    if (totalBytes(unused) > totalBytes(removed)) process.exitCode = 1
  } finally {
    rmSync(parent, { recursive: true, force: true })
  }
}

main()
