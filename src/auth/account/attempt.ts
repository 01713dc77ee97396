import type { User } from '../../baas/user'
import { failureOf, type Failure, type Meanings } from '../failure'

/** How an action ended. Actions never reject: what went wrong is something to show, not to catch. */
export type Outcome<T = User> =
  | { readonly tag: 'done'; readonly value: T }
  | { readonly tag: 'failed'; readonly failure: Failure }

/** The outcome of some work. `meanings`: what a status without an `error_code` means there. */
export const attempt = <T>(work: Promise<T>, meanings?: Meanings): Promise<Outcome<T>> =>
  work.then(
    (value): Outcome<T> => ({ tag: 'done', value }),
    (error: unknown): Outcome<T> => ({ tag: 'failed', failure: failureOf(error, meanings) }),
  )
