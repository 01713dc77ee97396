import type { fire } from '../../server/bench/load'

/** A request as the load generator takes it. */
export type Request = NonNullable<Parameters<typeof fire>[0]['requests']>[number]

/** What a person asks a server of accounts for. */
export type Act =
  'read' | 'anonymous sign-up' | 'first platform sign-in' | 'password sign-up' | 'password sign-in'

/** A server of accounts that is measured. */
export interface PeerServer {
  readonly url: string
  /** Processes it needs that would be other people's machines: their work is not its own. */
  readonly apart: readonly number[]
  /** Gets `amount` requests ready that the server has not seen, each of which it answers with success. */
  readonly requests: (act: Act, amount: number) => Promise<readonly Request[]>
  readonly stop: () => Promise<void>
}

/** A new person's address and password; no other server and no earlier call has them. */
export const newPerson = (): { email: string; password: string; name: string } => {
  const id = Math.random().toString(36).slice(2)
  return { email: `p-${id}@example.com`, password: `brisk-${id}-heron`, name: id }
}

/** Calls `make` `count` times, 16 at once: what it resolved to, in order. */
export const makeMany = async <T>(count: number, make: () => Promise<T>): Promise<T[]> => {
  const made: T[] = []
  while (made.length < count) {
    const size = Math.min(16, count - made.length)
    made.push(...(await Promise.all(Array.from({ length: size }, make))))
  }
  return made
}
