import { withTimeout } from '../with-timeout'
import { DatabaseUnreachable } from './trouble'

// Longer than a statement may take (open-postgres.ts): a call that waits this long waits for a database that is
// not there.
const LONGEST_WAIT_MS = 8_000

const turnNeverCame = () => {
  throw new DatabaseUnreachable('The calls before this one have not ended.')
}

/**
 * Lets calls that share a key run one after the other, in the order they came; all others pass. So calls that touch
 * the same row never meet in one statement, where SQL would touch it once only. A call whose turn does not come within
 * eight seconds rejects with `DatabaseUnreachable` and is not run.
 */
export const inTurn = <Input, Output>(
  keysOf: (input: Input) => readonly string[],
  run: (input: Input) => Promise<Output>,
): ((input: Input) => Promise<Output>) => {
  const last = new Map<string, Promise<void>>()

  return (input) => {
    const keys = keysOf(input)
    const earlier = keys.flatMap((key) => last.get(key) ?? [])
    const before = Promise.all(earlier)
    const turn =
      earlier.length === 0
        ? run(input)
        : withTimeout(before, LONGEST_WAIT_MS, turnNeverCame).then(() => run(input))
    const leave = () => {
      for (const key of keys) if (last.get(key) === over) last.delete(key)
    }
    // One that was cancelled keeps its place, so that those behind it do not overtake those before it.
    const over = turn.catch(() => before).then(leave)
    for (const key of keys) last.set(key, over)
    return turn
  }
}
