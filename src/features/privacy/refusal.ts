import { quietly, storedAt, type Storage } from '../../auth/storage'

const KEY = 'consent.refused'

/** How long WeChat refuses by itself, without its popup, after a refusal in it (docs/wechat.md 3.2). */
const SILENCE_MS = 10_000

const silentUntil = (storage: Storage): number => {
  const until = storedAt(storage, KEY)
  return typeof until === 'number' ? until : 0
}

/**
 * When WeChat will ask again, in milliseconds since 1970, after a refusal that came at `nowMs`. One that comes
 * while WeChat is silent is WeChat's own, and prolongs nothing.
 */
export const askableFrom = (storage: Storage, nowMs: number): number => {
  const known = silentUntil(storage)
  if (known > nowMs && known <= nowMs + SILENCE_MS) return known
  const until = nowMs + SILENCE_MS
  quietly(() => storage.set(KEY, until))
  return until
}
