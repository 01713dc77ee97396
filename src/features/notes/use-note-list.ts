import { useCallback, useEffect, useRef, useState } from 'react'
import type { Outcome } from '../../auth/account/attempt'
import type { FailureKind } from '../../auth/failure'
import type { Note, NotePage } from './note'

/** A list that is fetched in pages. */
export type NoteList =
  | { readonly tag: 'loading' }
  | { readonly tag: 'failed'; readonly kind: FailureKind }
  | {
      readonly tag: 'loaded'
      readonly notes: readonly Note[]
      readonly next: string | null
      /** How the last fetch of more, or again, went. */
      readonly fetching: 'none' | 'more' | 'again' | { readonly failed: FailureKind }
    }

/** Notes that were not there before, behind those that were: a note written meanwhile moves the pages. */
const appended = (notes: readonly Note[], more: readonly Note[]) => [
  ...notes,
  ...more.filter(({ id }) => notes.every((note) => note.id !== id)),
]

/**
 * Fetches the first page when the component appears. `refresh` fetches as many notes again as are shown, and keeps
 * those until they are there; `more` appends the next page. Of several at once the last counts. `fetch` must be
 * the same from render to render; it is called with how many notes are wanted at least.
 */
export const useNoteList = (
  fetch: (after: string | null, wanted: number) => Promise<Outcome<NotePage>>,
): {
  list: NoteList
  refresh: () => Promise<void>
  more: () => void
} => {
  const [list, setList] = useState<NoteList>({ tag: 'loading' })
  const latest = useRef(0)

  const load = useCallback(
    async (after: string | null, wanted = 0) => {
      const turn = ++latest.current
      const outcome = await fetch(after, wanted)
      if (turn !== latest.current) return
      setList((now): NoteList => {
        if (outcome.tag === 'failed') {
          const { kind } = outcome.failure
          return now.tag === 'loaded'
            ? { ...now, fetching: { failed: kind } }
            : { tag: 'failed', kind }
        }
        const { notes, next } = outcome.value
        const before = after !== null && now.tag === 'loaded' ? now.notes : []
        return { tag: 'loaded', notes: appended(before, notes), next, fetching: 'none' }
      })
    },
    [fetch],
  )

  useEffect(() => {
    void load(null)
    return () => {
      latest.current += 1
    }
  }, [load])

  const shown = list.tag === 'loaded' ? list.notes.length : 0
  const refresh = useCallback(() => {
    setList((now) => (now.tag === 'loaded' ? { ...now, fetching: 'again' } : { tag: 'loading' }))
    return load(null, shown)
  }, [load, shown])
  // Nothing while the first page is fetched again: what is new in it would be dropped.
  const isFetching =
    list.tag === 'loaded' && (list.fetching === 'more' || list.fetching === 'again')
  const next = list.tag === 'loaded' && !isFetching ? list.next : null
  const more = useCallback(() => {
    if (next === null) return
    setList((now) => (now.tag === 'loaded' ? { ...now, fetching: 'more' } : now))
    void load(next)
  }, [load, next])
  return { list, refresh, more }
}
