import type { WireEntry } from '../model/wire-network'
import { timeOf } from '../texts/texts'
import type { Texts } from '../texts/zh'
import { Empty, Outcome } from './empty'

interface Props {
  entries: readonly WireEntry[]
  texts: Texts
}

const moodOf = ({ outcome }: WireEntry) => {
  if (outcome === 'pending') return 'busy'
  return typeof outcome === 'number' && outcome < 400 ? 'good' : 'bad'
}

const Body = ({ title, text, texts }: { title: string; text: string; texts: Texts }) => (
  <>
    <h3>{title}</h3>
    <pre>{text === '' ? texts.noBody : text}</pre>
  </>
)

/** Every exchange of the phone, newest first; each opens to its redacted bodies. */
export const WireList = ({ entries, texts }: Props) => {
  if (entries.length === 0) return <Empty title={texts.wireEmpty} lead={texts.wireEmptyLead} />
  return (
    <ol class="list">
      {[...entries].reverse().map((entry) => (
        <li key={entry.id}>
          <details>
            <summary>
              <time>{timeOf(entry.startedAt)}</time>
              <span class="method">{entry.method}</span>
              <span class="path" title={entry.url}>
                {entry.url}
              </span>
              <Outcome
                mood={moodOf(entry)}
                text={
                  typeof entry.outcome === 'number' ? String(entry.outcome) : texts[entry.outcome]
                }
              />
              <span class="took">
                {entry.outcome === 'pending' ? '' : `${entry.durationMs} ms`}
              </span>
            </summary>
            <Body title={texts.sent} text={entry.request} texts={texts} />
            <Body title={texts.received} text={entry.response} texts={texts} />
          </details>
        </li>
      ))}
    </ol>
  )
}
