import { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef } from 'react'
import { useAuthKit } from '../../auth/AuthProvider'
import { useServices } from '../services'
import { forgetDraft, keepDraft, type Draft } from './draft'

// A write to the device takes milliseconds on an old phone: not one for each key.
const PAUSE_MS = 300

/** Keeps what is typed on the device, a moment after the last key and when the page goes or is hidden. */
export const useDraft = (
  userId: number,
): { keep: (draft: Draft) => void; forget: (noteId: string) => void } => {
  const { storage, clock } = useServices().platform
  const { auth } = useAuthKit()
  const waiting = useRef<{ readonly draft: Draft; readonly cancel: () => void } | null>(null)

  const flush = useCallback(() => {
    if (waiting.current === null) return
    waiting.current.cancel()
    const { draft } = waiting.current
    waiting.current = null
    const { session } = auth.view.getState()
    // A sign-out has erased the draft; what was about to be written must not bring it back. A session that expired has not.
    const isOver =
      session.tag === 'member'
        ? session.user.id !== userId
        : session.tag === 'guest' && session.reason === 'signedOut'
    if (!isOver) keepDraft(storage, userId, draft)
  }, [auth, storage, userId])

  const keep = useCallback(
    (draft: Draft) => {
      waiting.current?.cancel()
      waiting.current = { draft, cancel: clock.after(PAUSE_MS, flush) }
    },
    [clock, flush],
  )

  const forget = useCallback(
    (noteId: string) => {
      waiting.current?.cancel()
      waiting.current = null
      forgetDraft(storage, userId, noteId)
    },
    [storage, userId],
  )

  useEffect(() => flush, [flush])
  // WeChat stops the timers of an app in the background, and may end it there.
  useDidHide(flush)
  return { keep, forget }
}
