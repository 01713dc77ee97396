/** One step of the app's session: what kind, since its start, and the rest in words. */
interface Step {
  what: string
  atMs: number
  words: string
  outcome: number | undefined
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Reads what an app publishes, whatever it is: a list of objects with `what` and `atMs` (milliseconds). */
export const readTimeline = (published: unknown): readonly Step[] => {
  if (!Array.isArray(published)) return []
  return (published as unknown[])
    .filter(isRecord)
    .map(({ what, atMs, outcome, epoch, ...rest }) => ({
      what: String(what),
      atMs: Number(atMs),
      outcome: typeof outcome === 'number' ? outcome : undefined,
      words: Object.values(rest).map(String).join(' · '),
      ...(epoch === undefined ? {} : { epoch }),
    }))
}
