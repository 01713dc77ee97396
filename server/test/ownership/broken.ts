/** An invariant that does not hold, with the story that broke it. */
export class Broken extends Error {
  constructor(
    invariant: string,
    readonly lines: readonly string[],
  ) {
    super(`${invariant}\n${lines.map((line, i) => `${i + 1}. ${line}`).join('\n')}`)
  }
}
