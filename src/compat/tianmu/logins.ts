import type { Auth } from '../../auth/auth'
import { fieldsOf, type Json } from '../../baas/read'

/** Figures that come beside a profile are not worth the eight seconds of other calls. */
const TIMEOUT_MS = 2_000

/**
 * How often, when and where the member signed in, in the fields of wx.tmSDK. Our server keeps that as an
 * extension; without an answer there are none, for a profile stands without them. A launch that goes on with its
 * stored session is a visit that no sign-in counts: the first call of that launch reports it.
 */
export const createLogins = ({
  view,
  request,
}: Pick<Auth, 'view' | 'request'>): (() => Promise<Json>) => {
  let isCounted = false
  const noteSignIn = () => {
    isCounted ||= view.getState().session.tag === 'signingIn'
  }
  noteSignIn()
  view.subscribe(noteSignIn)

  return async () => {
    const method = isCounted ? 'GET' : 'POST'
    isCounted = true
    return request({
      method,
      path: '/ext/v1/account/logins/',
      as: 'member',
      timeoutMs: TIMEOUT_MS,
    }).then(
      ({ body }) => fieldsOf(body),
      () => ({}),
    )
  }
}
