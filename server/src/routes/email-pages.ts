import { createHash } from 'node:crypto'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import { resetPassword, verifyEmail } from '../accounts/email-links'
import type { Context } from '../context'
import { Done, Password } from './schemas'

// Reads the token behind the # and posts it, so that it never stands in a request line.
const SCRIPT = `
const form = document.querySelector('form')
const said = document.querySelector('output')
form.addEventListener('submit', async (event) => {
  event.preventDefault()
  const body = { token: location.hash.slice(1), ...Object.fromEntries(new FormData(form)) }
  const headers = { 'Content-Type': 'application/json' }
  const answer = await fetch('', { method: 'POST', headers, body: JSON.stringify(body) })
  const { error_msg: message } = await answer.json()
  said.textContent = answer.ok ? form.dataset.done : message
})
`

const STYLE =
  'body{font:16px/1.6 system-ui;max-width:24rem;margin:4rem auto;padding:0 1rem}input,button{font:inherit;width:100%;padding:.5rem;margin:.5rem 0;box-sizing:border-box}'

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const POLICY = `default-src 'none'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; script-src ${sha256(SCRIPT)}; style-src ${sha256(STYLE)}`

const page = (title: string, field: string, button: string, done: string) => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer"><title>${title}</title><style>${STYLE}</style>
<h1>${title}</h1><form data-done="${done}">${field}<button>${button}</button></form><output></output>
<script>${SCRIPT}</script></html>`

const PAGES = {
  verify: page('验证邮箱 · Verify your e-mail', '', '验证 · Verify', '已验证 · Verified'),
  reset: page(
    '重设密码 · Reset your password',
    '<input name="password" type="password" minlength="8" autocomplete="new-password" aria-label="新密码 · New password" required>',
    '保存 · Save',
    '已保存，请重新登录 · Saved, please sign in again',
  ),
}

const Token = Type.String({ minLength: 1, maxLength: 200 })

/** The pages that mailed links open, and what they post. They need no client ID: a mail program has none. */
export const emailPages =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    for (const purpose of ['verify', 'reset'] as const)
      app.get(`/ext/v1/email/${purpose}/`, async (_request, reply) =>
        reply
          .headers({ 'content-security-policy': POLICY, 'cache-control': 'no-store' })
          .type('text/html; charset=utf-8')
          .send(PAGES[purpose]),
      )

    app.post(
      '/ext/v1/email/verify/',
      { schema: { body: Type.Object({ token: Token }), response: { 200: Done } } },
      async (request) => {
        await verifyEmail(context, request.body.token, request.ip)
        return { status: 'ok' as const }
      },
    )

    app.post(
      '/ext/v1/email/reset/',
      {
        schema: {
          body: Type.Object({ token: Token, password: Password }),
          response: { 200: Done },
        },
      },
      async (request) => {
        await resetPassword(context, request.body.token, request.body.password, request.ip)
        return { status: 'ok' as const }
      },
    )
  }
