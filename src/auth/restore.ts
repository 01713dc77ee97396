import type { Clock } from '../baas/clock'
import { withTimeout } from '../baas/with-timeout'
import type { SessionStore } from './session-store'
import { loadSession } from './stored-session'
import type { SdkSession, Storage } from './storage'

/** A storage slower than this is not worth a delayed launch. */
const ADOPTION_MS = 1_000

interface RestorePorts {
  storage: Storage
  sdkSession: SdkSession
  clock: Clock
}

/** Takes up the stored session: ours, with one synchronous read, else the one minapp-sdk left behind. */
export async function restore(
  { storage, sdkSession, clock }: RestorePorts,
  store: SessionStore,
): Promise<void> {
  const stored = loadSession(storage)
  if (stored !== undefined) return store.restore(stored)
  const adopted = await withTimeout(clock, ADOPTION_MS, sdkSession.adopt(), () => undefined).catch(
    () => undefined,
  )
  // Somebody may have signed in while we were reading.
  if (adopted !== undefined && store.known().tag === 'booting') store.identify(adopted)
}
