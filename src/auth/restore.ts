import { withDeadline, type Clock } from '../baas/clock'
import type { Keeper } from './keeper'
import { loadRecord } from './record'
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
  keeper: Keeper,
): Promise<void> {
  const stored = loadRecord(storage)
  if (stored !== undefined) return keeper.restore(stored)
  const adopted = await withDeadline(clock, ADOPTION_MS, sdkSession.adopt(), () => undefined).catch(
    () => undefined,
  )
  // Somebody may have signed in while we were reading.
  if (adopted !== undefined && keeper.known().tag === 'booting') keeper.identify(adopted)
}
