import { fieldsOf, type Json } from '../../baas/read'
import type { Send } from '../../baas/send'

/** Figures that come beside a profile are not worth the eight seconds of other calls. */
const TIMEOUT_MS = 2_000

/**
 * How often, when and where the member signed in, in the fields of wx.tmSDK. Our server keeps that as an
 * extension; without an answer there are none, for a profile stands without them.
 */
export const readLogins = (send: Send): Promise<Json> =>
  send({
    method: 'GET',
    path: '/ext/v1/account/logins/',
    as: 'member',
    timeoutMs: TIMEOUT_MS,
  }).then(
    ({ body }) => fieldsOf(body),
    () => ({}),
  )
