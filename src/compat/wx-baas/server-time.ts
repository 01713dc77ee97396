import type { Send } from '../../baas/send'
import type { HttpResponse } from '../../baas/transport'

/** The server's time, ISO 8601 in `body.time`. */
export const serverTime = (send: Send): Promise<HttpResponse> =>
  send({ method: 'GET', path: '/hserve/v2.2/server/time/', as: 'anyone' })
