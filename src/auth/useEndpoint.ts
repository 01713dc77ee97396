import { useMemo } from 'react'
import { attempt, type Outcome } from './account/attempt'
import type { Auth } from './auth'
import { useAuthKit } from './AuthProvider'

/** A call of an endpoint of your own. */
interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Begins and ends with a slash; a query may follow. */
  readonly path: string
  readonly body?: Readonly<Record<string, unknown>>
  /** Whose call it is: `member` calls wait for the session, `anyone` calls go out at once, with it if there is one. */
  readonly as: 'member' | 'anyone'
}

/** Makes a call and reads its answer. `read` may throw: an answer it cannot read is a failure like others. */
export type CallEndpoint = <T>(
  endpoint: Endpoint,
  read: (body: unknown) => T,
) => Promise<Outcome<T>>

const createCallEndpoint =
  ({ request }: Pick<Auth, 'request'>): CallEndpoint =>
  (endpoint, read) =>
    attempt(request(endpoint).then(({ body }) => read(body)))

/** Calls to endpoints of your own in the member's session; the function never changes between renders. */
export const useEndpoint = (): CallEndpoint => {
  const { auth } = useAuthKit()
  return useMemo(() => createCallEndpoint(auth), [auth])
}
