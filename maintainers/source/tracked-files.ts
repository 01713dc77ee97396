import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** The files of the repository that git knows and that are there, below the given folders or everywhere. */
export const trackedFiles = (...folders: string[]): string[] =>
  execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', ...folders],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  )
    .split('\0')
    .filter((name) => existsSync(name))
