/** The two of every story. */
export type Side = 'owner' | 'attacker'

/** What a person has outside of the server, and what they hold of it. */
export interface Person {
  readonly side: Side
  readonly email: string
  readonly phones: readonly string[]
  readonly openids: readonly string[]
  readonly username: string
  /** Two of their own: a change of password has something to change to. */
  readonly passwords: readonly string[]
  readonly devices: readonly Device[]
  /** Link tickets of 404s they met, the newest last. */
  readonly tickets: string[]
  /** The account they have entered last, by its id. */
  account: number | null
}

/** A phone or browser, with the session token it holds. */
export interface Device {
  readonly name: string
  readonly address: string
  readonly id: string
  token: string | null
  /** When and how the token came, to distinguish a stolen one from one's own. */
  origin: 'own' | 'stolen'
  signedInMs: number
}

const device = (name: string, address: string): Device => ({
  name,
  address,
  id: `${name}-0123456789abcdef`,
  token: null,
  origin: 'own',
  signedInMs: 0,
})

/** The people of story number `n`: no other story has their identifiers, addresses or devices. */
export const peopleOf = (n: number): Readonly<Record<Side, Person>> => {
  const person = (side: Side, digit: number): Person => ({
    side,
    email: `${side}${n}@example.com`,
    phones: [0, 1].map((which) => `13${digit}${which}${String(n).padStart(7, '0')}`),
    openids: [0, 1].map((which) => `openid-${side}-${which}-${n}`),
    username: `${side}${n}`,
    passwords: [0, 1].map((which) => `${side} ${which} staple ${n}`),
    devices: [0, 1].map((which) =>
      device(`${side}-${which}-${n}`, `10.${digit * 10 + which}.${(n >> 8) & 255}.${n & 255}`),
    ),
    tickets: [],
    account: null,
  })
  return { owner: person('owner', 8), attacker: person('attacker', 9) }
}
