import { timingSafeEqual, createHash } from 'node:crypto'

/** The AppID of a DevTools project that has none of its own. */
export const TOURIST_APP_ID = 'touristappid'

/** A mini-program as the platform knows it. */
interface App {
  appid: string
  secret: string
}

/** Which mini-programs exist: any well-formed AppID with any secret, or exactly the ones listed. */
export type Apps = { kind: 'any' } | { kind: 'listed'; apps: readonly App[] }

/** Which mini-programs are bound to an account of the Open Platform: only theirs have a unionid (docs/wechat.md 5.8). */
export type Bound = 'no-app' | 'every-app' | readonly string[]

/** Whether people have a unionid in this mini-program. */
export const isBound = (bound: Bound, appid: string): boolean =>
  typeof bound === 'string' ? bound === 'every-app' : bound.includes(appid)

/** What presenting an AppID and secret comes to: WeChat distinguishes the two mistakes. */
export type AppCheck = 'ok' | 'unknown-appid' | 'wrong-secret'

/** True for `touristappid` and for `wx` followed by 16 hexadecimal digits. */
const isAppId = (appid: string): boolean =>
  appid === TOURIST_APP_ID || /^wx[0-9a-f]{16}$/.test(appid)

const equal = (a: string, b: string): boolean => {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

/** True if `appid` names a mini-program here. */
const isKnownApp = (apps: Apps, appid: string): boolean =>
  isAppId(appid) && (apps.kind === 'any' || apps.apps.some((app) => app.appid === appid))

/** Checks an AppID and its secret (not empty), as every endpoint that takes them does (40013, 40125). */
export const checkApp = (apps: Apps, appid: string, secret: string): AppCheck => {
  if (!isKnownApp(apps, appid)) return 'unknown-appid'
  if (apps.kind === 'any') return secret === '' ? 'wrong-secret' : 'ok'
  const app = apps.apps.find((each) => each.appid === appid)
  return app !== undefined && equal(app.secret, secret) ? 'ok' : 'wrong-secret'
}
