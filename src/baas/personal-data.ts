import type { Send } from './send'

// Not part of wx.BaaS: our server offers this, the hosted service answers 404.

/** Everything the backend holds about the member, as it sends it. */
export const exportAccount = async (send: Send): Promise<unknown> => {
  return (await send({ method: 'GET', path: '/ext/v1/account/export/', as: 'member' })).body
}

/** Deletes the account for good. Rejects with BaasError 403 when that takes a re-authentication and there is none. */
export const deleteAccount = async (send: Send): Promise<void> => {
  await send({ method: 'POST', path: '/ext/v1/account/delete/', as: 'member' })
}
