import type { SdkSession, StoredSession } from '../../auth/stored-session'
import { quietly } from '../../auth/storage'
import { fieldsOf, textOf } from '../../baas/read'

/** The same storage as minapp-sdk sees it, in its formats; apart, because it is kept off the launch path. */
export interface SdkStorage {
  load: (key: string) => Promise<unknown>
  save: (key: string, value: unknown) => Promise<void>
  /** Done when it returns, so that a closed app cannot leave a token behind. */
  remove: (key: string) => void
}

const PREFIX = 'ifx_baas_'
const NAMES = [
  'auth_token',
  'uid',
  'openid',
  'unionid',
  'userinfo',
  'session_expires_at',
  'is_anonymous_user',
  // Only ever cleared, by the SDK as by us.
  'is_logined_baas',
] as const

type Name = (typeof NAMES)[number]

/** The session as minapp-sdk writes it (docs/protocol.md 6.1). */
const sdkEntries = ({
  token,
  expiresAtMs,
  user,
}: StoredSession): Partial<Record<Name, unknown>> => {
  const openid = user.openid ?? ''
  const unionid = user.unionid ?? ''
  return {
    uid: user.id,
    openid,
    unionid,
    // Empty rather than left out, or it would still be the last user's.
    userinfo: openid === '' ? '' : { id: user.id, openid, unionid },
    session_expires_at: Math.floor(expiresAtMs / 1_000),
    is_anonymous_user: user._anonymous === true ? 1 : 0,
    // Last, because the SDK takes a token as the sign that all the rest is there.
    auth_token: token,
  }
}

const isMoment = (value: unknown): value is number => Number.isFinite(value)

/**
 * A session that minapp-sdk left behind, when this app has none of its own; one read if there is none.
 * Rejects when the storage does.
 */
const adopt = async (storage: SdkStorage): Promise<StoredSession | undefined> => {
  const load = (name: Name) => storage.load(PREFIX + name)
  const token = await load('auth_token')
  if (typeof token !== 'string' || token === '') return undefined
  const [id, openid, unionid, userinfo, expiresAt, anonymous] = await Promise.all(
    NAMES.slice(1).map(load),
  )
  if (typeof id !== 'number' || !isMoment(expiresAt)) return undefined
  // The SDK leaves the openid of the person who was signed in before (docs/protocol.md 9.17).
  const isOwn = fieldsOf(userinfo)['id'] === id
  return {
    token,
    expiresAtMs: expiresAt * 1_000,
    refreshedAtMs: 0,
    user: {
      id,
      nickname: '',
      avatar: '',
      openid: isOwn ? textOf(openid) : null,
      unionid: isOwn ? textOf(unionid) : null,
      _anonymous: anonymous === 1,
    },
  }
}

/**
 * Writes the session for minapp-sdk to find, unless it is there already; also after an app was closed in
 * the middle of that. Stops as soon as `isCurrent` says the session has become another.
 */
const mirror = async (
  storage: SdkStorage,
  record: StoredSession,
  isCurrent: () => boolean,
): Promise<void> => {
  const entries = sdkEntries(record)
  const written = (name: 'auth_token' | 'openid') =>
    storage.load(PREFIX + name).then(
      (value) => value === entries[name],
      () => false,
    )
  if ((await written('auth_token')) && (await written('openid'))) return
  for (const [name, value] of Object.entries(entries)) {
    if (isCurrent()) await storage.save(PREFIX + name, value).catch(() => undefined)
    // A write that was running may have landed after the sign-out that removed everything.
    if (!isCurrent()) return clear(storage)
  }
}

/** Removes every key, also the ones minapp-sdk itself leaves behind (docs/protocol.md 9.17). */
const clear = (storage: SdkStorage): void => {
  for (const name of NAMES) quietly(() => storage.remove(PREFIX + name))
}

/** minapp-sdk's session over the storage it uses. */
export const createSdkSession = (storage: SdkStorage): SdkSession => ({
  adopt: () => adopt(storage),
  mirror: (record, isCurrent) => mirror(storage, record, isCurrent),
  clear: () => clear(storage),
})
