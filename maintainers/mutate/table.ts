/** What was counted of one folder. */
export interface Tally {
  readonly folder: string
  readonly killed: number
  readonly timedOut: number
  readonly survived: number
  readonly equivalent: number
  /** Drawn, and refused by the compiler: not counted. */
  readonly illTyped: number
  readonly seconds: number
}

/** The killed of those that can be distinguished from the code, in whole per cent rounded down; 100 when there are none. */
export const percentage = ({ killed, timedOut, survived }: Tally): number => {
  const caught = killed + timedOut
  return caught + survived === 0 ? 100 : Math.floor((100 * caught) / (caught + survived))
}

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`

/** The tallies as a Markdown table. */
export const tableOf = (tallies: readonly Tally[]): string =>
  [
    row(['folder', 'mutants', 'killed', 'timed out', 'survived', 'equivalent', 'caught', 's each']),
    row(Array(8).fill('---')),
    ...tallies.map((tally) => {
      const { folder, killed, timedOut, survived, equivalent, seconds } = tally
      const tried = killed + timedOut + survived
      const each = tried === 0 ? '-' : (seconds / tried).toFixed(1)
      const counts = [tried + equivalent, killed, timedOut, survived, equivalent]
      return row([folder, ...counts, `${percentage(tally)} %`, each])
    }),
  ].join('\n')
