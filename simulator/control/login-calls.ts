import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Platform } from '../platform/platform'
import { audienceOf, personInApp } from './fields'

/**
 * What a phone asks of WeChat about signing in. All take `{person, appid?}`. `POST login-code` → `{code}`:
 * wx.login. `POST visit` → `{openid}`: the person opens the mini-program. `POST check-session` → `{valid}`:
 * wx.checkSession. `POST end-session` → `{}`: the session_key runs out.
 */
export const loginCalls =
  (platform: Platform): FastifyPluginAsyncTypebox =>
  async (app) => {
    const schema = { body: personInApp }

    app.post('/login-code', { schema }, async ({ body: { person, appid } }) => ({
      code: platform.login(person, audienceOf(appid)),
    }))

    app.post('/visit', { schema }, async ({ body: { person, appid } }) => ({
      openid: platform.visit(person, appid ?? platform.latestAppOf(person)).openid,
    }))

    app.post('/check-session', { schema }, async ({ body: { person, appid } }) => ({
      valid: platform.hasSession(person, appid ?? platform.latestAppOf(person)),
    }))

    app.post('/end-session', { schema }, async ({ body: { person, appid } }) => {
      platform.endSession(person, appid ?? platform.latestAppOf(person))
      return {}
    })
  }
