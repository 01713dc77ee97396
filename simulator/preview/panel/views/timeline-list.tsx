import { readTimeline } from '../model/timeline'
import type { Texts } from '../texts/zh'
import { Empty, Outcome } from './empty'

const isGood = (outcome: number) => outcome === 0 || (outcome >= 200 && outcome < 400)

/** The session of the app, step by step. */
export const TimelineList = ({ timeline, texts }: { timeline: unknown; texts: Texts }) => {
  const steps = readTimeline(timeline)
  if (steps.length === 0) {
    return <Empty title={texts.timelineEmpty} lead={texts.timelineEmptyLead} />
  }
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
