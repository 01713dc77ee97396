import type { Row } from './row'

/** What a row came to. */
export interface Outcome {
  readonly row: Row
  readonly state: 'holds' | 'differs' | 'decided' | 'impossible'
  /** Why it differs, why we decided otherwise, or why nothing can run. */
  readonly note: string
}

/** How many rows came to each state. */
export const sumsOf = (
  outcomes: readonly Outcome[],
): Readonly<Record<Outcome['state'], number>> => {
  const count = (state: Outcome['state']) =>
    outcomes.filter((outcome) => outcome.state === state).length
  return {
    holds: count('holds'),
    differs: count('differs'),
    decided: count('decided'),
    impossible: count('impossible'),
  }
}

/** One line of the printed table. */
export const lineOf = ({ row, state, note }: Outcome): string =>
  [row.at.padEnd(8), row.judge.padEnd(7), state.padEnd(11), row.what, note && `– ${note}`]
    .join(' ')
    .trimEnd()
