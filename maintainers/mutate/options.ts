import { parseArgs } from 'node:util'
import { wholeNumber } from '../../server/test/kit/whole-number'

/** What the command was asked for. */
export interface Options {
  /** Decides the sample; the same seed and the same code are the same sample. */
  readonly seed: number
  /** How many mutants of each folder. */
  readonly count: number
  /** Only folders and files that begin with this path. */
  readonly folder: string
  /** Whether mutants are tried, or listed and no more, or it is collected which tests run which functions. */
  readonly does: 'try' | 'list' | 'collect'
}

/** Reads the arguments of the command. Throws for one it does not know. */
export const readOptions = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '60' },
      folder: { type: 'string', default: '' },
      list: { type: 'boolean', default: false },
      collect: { type: 'boolean', default: false },
    },
  })
  return {
    seed: wholeNumber('--seed', values.seed),
    count: wholeNumber('--count', values.count),
    folder: values.folder,
    does: values.collect ? 'collect' : values.list ? 'list' : 'try',
  }
}
