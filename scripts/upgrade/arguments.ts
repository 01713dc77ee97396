import { parseArgs } from 'node:util'

export interface Arguments {
  /** The newer template: a folder, an archive, or a git address. */
  readonly from: string
  /** The version that the project is at, where it cannot be found otherwise. */
  readonly base: string | undefined
}

export const USAGE = `npm run upgrade -- FROM                takes in a newer template: a folder, a .tgz or .zip archive, or a git address,
                                       of its tag, branch or commit with #v0.3.0 behind it
npm run upgrade -- FROM --base BASE    where the version that the project is at cannot be found: a folder, an archive, or a git address`

/** Reads the command line; throws a sentence for what it does not know. */
export const readArguments = (argv: readonly string[]): Arguments => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { base: { type: 'string' } },
    allowPositionals: true,
  })
  const [from, ...more] = positionals
  if (from === undefined || more.length > 0) throw new Error(USAGE)
  return { from, base: values.base }
}
