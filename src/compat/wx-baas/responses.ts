import type { HttpResponse } from '../../baas/transport'

/** An answer in the shape the documents show. */
export interface BaasResponse<T = unknown> {
  statusCode: number
  /** As the contract promises it; not checked, so that what a backend adds comes along. */
  data: T
}

/** An answer of the backend in that shape. */
export const responseOf = <T>({ status, body }: HttpResponse): BaasResponse<T> => ({
  statusCode: status,
  data: body as T,
})

/** What says that something was done. */
export interface Done {
  status: 'ok'
}

/** What a link says it linked (docs/protocol.md 3.5). */
export interface Linked extends Done {
  message: string
  openid: string
  unionid: string
  user_id: number
}
