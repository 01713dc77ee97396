import type { Clock } from '../baas/clock'
import { withTimeout } from '../baas/with-timeout'
import type { SessionStore } from './session-store.types'
import type { Storage } from './storage'
import { loadSession, type SdkSession } from './stored-session'

/** A storage slower than this is not worth a delayed launch. */
const ADOPTION_MS = 1_000

interface RestorePorts {
  storage: Storage
  sdkSession?: SdkSession | undefined
  clock: Clock
}

/**
 * Takes up what is stored, with one synchronous read: our session, or that it was ended on purpose; else the session
 * that minapp-sdk left behind, in apps that run code written for it.
 */
export const restore = async (
  { storage, sdkSession, clock }: RestorePorts,
  store: SessionStore,
): Promise<void> => {
  const stored = loadSession(storage)
  if (stored.tag === 'ended') return store.unidentify({ tag: 'guest', reason: stored.how })
  if (stored.tag === 'session') return store.restore(stored.record)
  if (sdkSession === undefined) return
  const adopted = await withTimeout(clock, ADOPTION_MS, sdkSession.adopt(), () => undefined).catch(
    () => undefined,
  )
  // Someone may have signed in while we were reading.
  if (adopted !== undefined && store.known().tag === 'booting') store.identify(adopted)
}
