/** A letter the server under development wanted to send. */
type Mail = { to: string; subject: string; text: string }

/** A text message the server under development wanted to send. */
type Sms = { to: string; text: string }

/** Something delivered to the outbox; `at` in milliseconds. */
type Delivered<Item> = Item & { id: number; at: number }

/** Keeps what the development ports of a server deliver, so that a person or a test can read it. */
export type Outbox = {
  addMail: (mail: Mail) => Delivered<Mail>
  addSms: (sms: Sms) => Delivered<Sms>
  /** The latest, oldest first. */
  mails: () => readonly Delivered<Mail>[]
  sms: () => readonly Delivered<Sms>[]
  clear: () => void
}

/** How many of each kind are kept. */
const capacity = 200

/** An empty outbox on the clock `now` (milliseconds). */
export const createOutbox = (now: () => number): Outbox => {
  let mails: readonly Delivered<Mail>[] = []
  let sms: readonly Delivered<Sms>[] = []
  let count = 0

  const stamp = <Item>(item: Item): Delivered<Item> => {
    count += 1
    return { ...item, id: count, at: now() }
  }

  return {
    addMail: (mail) => {
      const delivered = stamp(mail)
      mails = [...mails, delivered].slice(-capacity)
      return delivered
    },
    addSms: (message) => {
      const delivered = stamp(message)
      sms = [...sms, delivered].slice(-capacity)
      return delivered
    },
    mails: () => mails,
    sms: () => sms,
    clear: () => {
      mails = []
      sms = []
    },
  }
}
