import type { Texts } from '../texts/zh'
import { Empty, Outcome } from './empty'

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

const isGood = (outcome: number) => outcome === 0 || (outcome >= 200 && outcome < 400)

/** The session of the app, step by step. */
export const TimelineList = ({ timeline, texts }: { timeline: unknown; texts: Texts }) => {
  const steps = readTimeline(timeline)
  if (steps.length === 0)
    return <Empty title={texts.timelineEmpty} lead={texts.timelineEmptyLead} />
  return (
    <ol class="list steps">
      {steps.map(({ what, atMs, words, outcome }, index) => (
        <li key={index} class={`line step-${what}`}>
          <time>+{(atMs / 1000).toFixed(2)} s</time>
          <span class="method">{what}</span>
          <span class="path">{words}</span>
          {outcome !== undefined && (
            <Outcome mood={isGood(outcome) ? 'good' : 'bad'} text={String(outcome)} />
          )}
        </li>
      ))}
    </ol>
  )
}
