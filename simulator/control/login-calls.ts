import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import type { Audience } from '../platform/codes'
import type { Platform } from '../platform/platform'
import { body, fields } from './fields'

/** The audience of a code asked for with or without an AppID. */
export const audienceOf = (appid: string | undefined): Audience =>
  appid === undefined ? { kind: 'first-redeemer' } : { kind: 'app', appid }

/** `POST login-code {person, appid?}` → `{code}`: what wx.login gives this person. */
export const loginCalls =
  (platform: Platform): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/login-code',
      { schema: { body: body({ person: fields.person, appid: Type.Optional(fields.appid) }) } },
      async ({ body: { person, appid } }) => ({ code: platform.login(person, audienceOf(appid)) }),
    )
  }
