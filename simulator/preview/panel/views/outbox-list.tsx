import type { Outbox } from '../model/control'
import { timeOf } from '../texts/texts'
import type { Texts } from '../texts/zh'
import { Empty } from './empty'

/** Letters and text messages that never left, newest first. */
export const OutboxList = ({ outbox, texts }: { outbox: Outbox; texts: Texts }) => {
  const mails = outbox.mails.map((mail) => ({ ...mail, kind: texts.mail }))
  const sms = outbox.sms.map((message) => ({ ...message, subject: '', kind: texts.sms }))
  const items = [...mails, ...sms].sort((a, b) => b.id - a.id)
  if (items.length === 0) return <Empty title={texts.outboxEmpty} lead={texts.outboxEmptyLead} />
  return (
    <ol class="list">
      {items.map(({ id, at, kind, to, subject, text }) => (
        <li key={id} class="letter">
          <header>
            <span class="chip">{kind}</span>
            <strong>{to}</strong>
            <time>{timeOf(at)}</time>
          </header>
          {subject !== '' && <h3>{subject}</h3>}
          <p>{text}</p>
        </li>
      ))}
    </ol>
  )
}
