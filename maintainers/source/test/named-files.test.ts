import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { templateOnly } from '../../../scripts/setup/features/template-only'
import { proseIn } from '../prose'
import { trackedFiles } from '../tracked-files'

const files = trackedFiles().filter((file) => /\.(?:tsx?|mjs|js)$/.test(file))
const NAMED =
  /(?<![\w./-])(?:src|server|simulator|scripts|test|docs|config|cloud|maintainers|types)\/[\w./-]+\.\w+/g

const namedIn = (file: string): string[] => {
  const text = readFileSync(file, 'utf8')
  // Most files name none, and a parser takes its time.
  if (text.search(NAMED) === -1) return []
  return proseIn(file, text).flatMap((prose) => prose.text.match(NAMED) ?? [])
}

/** Comments name files from the root of the repository, of a workspace, or of their own folder. */
const placesOf = (file: string, named: string): string[] => [
  named,
  join(file.split('/')[0] ?? '', named),
  join(dirname(file), named),
]

const leaves = (path: string) =>
  (templateOnly.removal?.files ?? []).some((left) =>
    typeof left === 'string' ? path.startsWith(left) : left.test(path),
  )

describe('a file that a comment names', () => {
  it('a file that a comment names exists', () => {
    const lost = files.flatMap((file) =>
      namedIn(file)
        .filter((named) => !placesOf(file, named).some((path) => existsSync(path)))
        .map((named) => `${file}: ${named}`),
    )
    expect(lost).toEqual([])
  })

  it('a file that a comment names is not taken away by setup where the comment stays', () => {
    const lost = files
      .filter((file) => !leaves(file))
      .flatMap((file) =>
        namedIn(file)
          .filter(leaves)
          .map((named) => `${file}: ${named}`),
      )
    expect(lost).toEqual([])
  })
})
