import { post, type Send } from './send'

// Apart from reauthentication.ts, which every launch loads.

/** Sends the member a code to re-authenticate with, to their verified number or address. */
export async function sendCode(send: Send, to: 'phone' | 'email'): Promise<void> {
  await post(send, '/ext/v1/account/reauthenticate/send/', { to })
}
