import fastify, { type FastifyInstance } from 'fastify'
import { createPusher } from './api/pusher'
import { wechatApi } from './api/wechat-api'
import { controlApi } from './control/control-api'
import type { Platform } from './platform/platform'

/** The HTTP server of a simulator, not yet listening: WeChat's API at `/`, the control API at `/control/`. */
export const createSimulatorApp = async (platform: Platform): Promise<FastifyInstance> => {
  const app = fastify({
    // Keep-alive connections of the server under development must not hold up Ctrl-C.
    forceCloseConnections: true,
    // Bodies are judged as sent: nothing is coerced, nothing quietly dropped.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, discriminator: true } },
  })
  const pusher = createPusher(platform)
  await app.register(controlApi(platform, pusher), { prefix: '/control' })
  await app.register(wechatApi(platform, pusher))
  return app
}
