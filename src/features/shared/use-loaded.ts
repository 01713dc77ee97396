import { useCallback, useEffect, useRef, useState } from 'react'
import type { Outcome } from '../../auth/account/attempt'
import type { FailureKind } from '../../auth/failure'

/** Something fetched when the page opens. */
export type Loaded<T> =
  | { readonly tag: 'loading' }
  | { readonly tag: 'loaded'; readonly value: T }
  | { readonly tag: 'failed'; readonly kind: FailureKind }

/**
 * Fetches when the component appears, and again on `reload`; an answer that comes too late changes nothing. `refresh`
 * fetches again, too, and keeps what is loaded on screen meanwhile, and after a failure that may pass.
 * `fetch` must be the same function from render to render.
 */
export const useLoaded = <T>(fetch: () => Promise<Outcome<T>>) => {
  const [loaded, setLoaded] = useState<Loaded<T>>({ tag: 'loading' })
  const latest = useRef(0)

  const begin = useCallback(() => {
    const turn = ++latest.current
    void fetch().then((outcome) => {
      if (turn !== latest.current) return
      setLoaded((now): Loaded<T> => {
        if (outcome.tag === 'done') return { tag: 'loaded', value: outcome.value }
        const { kind, retry } = outcome.failure
        return now.tag === 'loaded' && retry ? now : { tag: 'failed', kind }
      })
    })
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
  return { loaded, reload, refresh: begin }
}
