import { useCallback, useEffect, useRef } from 'react'
import { useServices } from '../services'

/** Well inside the five minutes that a code lives. */
const FRESH_MS = 240_000

/**
 * A wx.login code fetched before the tap: fetched after it, it may replace the session_key with which WeChat
 * has just sealed the number (docs/wechat.md 4.6, docs/protocol.md 1.1).
 * @returns a function that returns the code, once; rejects with BaasError when WeChat returns none
 */
export const useEarlyCode = (): (() => Promise<string>) => {
  const { wechat, clock } = useServices().platform
  const early = useRef<{ code: Promise<string>; atMs: number } | undefined>(undefined)

  const fetch = useCallback(() => {
    const code = wechat.loginCode()
    // The caller that takes it receives a failure; until then it has no handler.
    code.catch(() => undefined)
    early.current = { code, atMs: clock.now() }
    return code
  }, [wechat, clock])

  useEffect(() => void fetch(), [fetch])

  return useCallback(() => {
    const kept = early.current
    // After the clock was set, back or forward, the age of the code is not known.
    const isFresh = kept !== undefined && Math.abs(clock.now() - kept.atMs) < FRESH_MS
    const code = isFresh ? kept.code : fetch()
    void fetch()
    return code
  }, [clock, fetch])
}
