import { createAuth } from './auth/store'
import { createSend } from './baas/client'
import { env } from './env'
import { platform } from './platform'

const send = createSend({
  host: env.baasHost,
  clientId: env.baasClientId,
  platform: platform.client,
  transport: platform.transport,
})

/** The one session machine of the running app. */
export const auth = createAuth({
  send,
  storage: platform.storage,
  now: Date.now,
  loginCode: platform.loginCode,
  createUserOnLaunch: env.createUserOnLaunch,
})
