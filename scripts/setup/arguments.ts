import { parseArgs } from 'node:util'

export type Source =
  | { readonly kind: 'questions' }
  | { readonly kind: 'defaults' }
  | { readonly kind: 'file'; readonly path: string }
  /** A project's template.json, for `npm run upgrade`: `commit` is this version's, where it is known. */
  | { readonly kind: 'record'; readonly path: string; readonly commit: string | undefined }

export interface Arguments {
  readonly source: Source
  /** Whether types, lint and tests run at the end. */
  readonly check: 'everything' | 'nothing'
}

export const USAGE = `npm run setup                          asks
npm run setup -- --answers FILE.json   takes the answers from a file (docs/make-it-yours.md)
npm run setup -- --yes                 takes the defaults and keeps everything
   --no-verify                         leaves out the check at the end`

/** Reads the command line; throws a sentence for what it does not know. */
export const readArguments = (argv: readonly string[]): Arguments => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      answers: { type: 'string' },
      yes: { type: 'boolean' },
      'no-verify': { type: 'boolean' },
      replay: { type: 'string' },
      commit: { type: 'string' },
    },
  })
  if (values.answers !== undefined && values.yes === true) {
    throw new Error('--answers and --yes exclude each other.')
  }
  if (values.replay !== undefined) {
    const { replay: path, commit } = values
    return { source: { kind: 'record', path, commit }, check: 'nothing' }
  }
  const check = values['no-verify'] === true ? 'nothing' : 'everything'
  if (values.answers !== undefined) return { source: { kind: 'file', path: values.answers }, check }
  return { source: { kind: values.yes === true ? 'defaults' : 'questions' }, check }
}
