import type { FastifyInstance } from 'fastify'
import type { Platform } from '../platform/platform'
import { code2session } from './code2session'
import { errorAnswer } from './errors'

/** The HTTP face of api.weixin.qq.com. Every answer, refusals too, is HTTP 200. */
export const wechatApi =
  (platform: Platform) =>
  async (app: FastifyInstance): Promise<void> => {
    app.setNotFoundHandler(async () => errorAnswer(40066, platform.requestId()))
    await app.register(code2session(platform))
  }
