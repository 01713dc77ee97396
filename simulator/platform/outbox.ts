/** A letter the server under development wanted to send. */
interface Mail {
  to: string
  subject: string
  text: string
}

/** A text message the server under development wanted to send. */
interface Sms {
  to: string
  text: string
}

/** Something delivered to the outbox; `at` in milliseconds. */
type Delivered<Item> = Item & { id: number; at: number }

/** Keeps what the development ports of a server deliver, so that a person or a test can read it. */
export interface Outbox {
  addMail: (mail: Mail) => Delivered<Mail>
  addSms: (sms: Sms) => Delivered<Sms>
  /** The latest letters, oldest first. */
  mails: () => readonly Delivered<Mail>[]
  /** The latest text messages, oldest first. */
  sms: () => readonly Delivered<Sms>[]
  clear: () => void
}

/** How many of each kind are kept. */
const CAPACITY = 200

/** An empty outbox on the clock `now` (milliseconds). */
export const createOutbox = (now: () => number): Outbox => {
  const mails: Delivered<Mail>[] = []
  const sms: Delivered<Sms>[] = []
  let count = 0

  const add = <Item>(list: Delivered<Item>[], item: Item): Delivered<Item> => {
    count += 1
    const delivered = { ...item, id: count, at: now() }
    list.push(delivered)
    if (list.length > CAPACITY) list.shift()
    return delivered
  }

  return {
    addMail: (mail) => add(mails, mail),
    addSms: (message) => add(sms, message),
    mails: () => [...mails],
    sms: () => [...sms],
    clear: () => [mails, sms].forEach((list) => list.splice(0)),
  }
}
