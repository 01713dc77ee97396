import type { Send } from './client'

/** Ends the session on the server (wire contract 1.2 #12). */
export async function logout(send: Send, token: string): Promise<void> {
  await send({ method: 'POST', path: '/hserve/v2.0/session/destroy/', body: {}, token })
}
