import { useCallback, useEffect, useRef, useState } from 'react'
import { failureOf, type FailureKind } from '../../baas/failure'

/** Something fetched when the page opens. */
export type Loaded<T> =
  | { readonly tag: 'loading' }
  | { readonly tag: 'here'; readonly value: T }
  | { readonly tag: 'failed'; readonly kind: FailureKind }

/**
 * Fetches when the component appears, and again on `reload`; an answer that comes too late changes nothing.
 * `fetch` must be the same function from render to render. A 404 means that the backend has no such thing.
 */
export function useLoaded<T>(fetch: () => Promise<T>): { loaded: Loaded<T>; reload: () => void } {
  const [loaded, setLoaded] = useState<Loaded<T>>({ tag: 'loading' })
  const latest = useRef(0)

  const begin = useCallback(() => {
    const turn = ++latest.current
    const ifLatest = (outcome: Loaded<T>) => {
      if (turn === latest.current) setLoaded(outcome)
    }
    fetch().then(
      (value) => ifLatest({ tag: 'here', value }),
      (error: unknown) =>
        ifLatest({ tag: 'failed', kind: failureOf(error, { 404: 'unsupported' }).kind }),
    )
  }, [fetch])

  useEffect(() => {
    begin()
    return () => {
      latest.current += 1
    }
  }, [begin])

  const reload = useCallback(() => {
    setLoaded({ tag: 'loading' })
    begin()
  }, [begin])
  return { loaded, reload }
}
