import { useCallback, useRef } from 'react'
import { useTexts } from '../../i18n/LanguageProvider'
import { notesTexts } from '../../i18n/notes'
import { PAGES } from '../navigation/routes'

/** A note that can be shared. */
export interface Shared {
  readonly title: string
  readonly shareId: string
}

/**
 * The card that WeChat sends from the page of a note: to the note while it is shared, else to the notes.
 * @param shareId of the note that was opened by a share; anyone may pass it on
 */
export const useShareCard = (
  shareId: string | undefined,
): {
  card: () => { title: string; path: string }
  setShared: (shared: Shared | null) => void
} => {
  const texts = useTexts(notesTexts)
  const shared = useRef<Shared | null>(
    shareId === undefined ? null : { title: texts.title, shareId },
  )
  const setShared = useCallback((now: Shared | null) => {
    shared.current = now
  }, [])
  const card = () =>
    shared.current === null
      ? { title: texts.title, path: `/${PAGES.notes}` }
      : { title: shared.current.title, path: `/${PAGES.note}?share=${shared.current.shareId}` }
  return { card, setShared }
}
