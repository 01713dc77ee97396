import { createHash } from 'node:crypto'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import { resetPassword } from '../accounts/email/password-reset'
import type { Context } from '../context'
import { inPasswordPlace } from '../security/password-turns'
import { clientInfoOf } from './client-info'
import { Password } from './schemas'

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
  said.className = answer.ok ? '' : 'failed'
  said.textContent = answer.ok ? form.dataset.done : form.dataset.failed + message
  form.hidden = answer.ok
})
`

// The colours of the app: src/app.scss.
const STYLE = `
:root { color-scheme: light dark; --background: #f5f6f4; --surface: #fff; --ink: #171a18; --soft: #5c635f; --line: #868d88; --accent: #0b7548; --on-accent: #fff; --warn: #805300 }
@media (prefers-color-scheme: dark) { :root { --background: #131514; --surface: #1d201e; --ink: #ebeeec; --soft: #a4aca7; --line: #747c77; --accent: #43cf90; --on-accent: #06150e; --warn: #f0c674 } }
* { box-sizing: border-box; margin: 0 }
body { max-width: 26rem; margin: 0 auto; padding: 10vh 16px 48px; background: var(--background); color: var(--ink); font: 17px/1.5 -apple-system, system-ui, 'PingFang SC', 'Microsoft YaHei', sans-serif; text-wrap: pretty }
h1 { font-size: 28px; line-height: 1.25 }
p, label { color: var(--soft); font-size: 15px }
form:not([hidden]) { display: grid; gap: 16px; margin-top: 24px; padding: 20px; border-radius: 16px; background: var(--surface) }
label { display: grid; gap: 6px }
input, button { width: 100%; min-height: 48px; padding: 11px 14px; border: 1px solid var(--line); border-radius: 12px; background: none; color: var(--ink); font: inherit }
button { border: none; background: var(--accent); color: var(--on-accent); font-weight: 500; cursor: pointer }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
output { display: block; margin-top: 16px; color: var(--accent); font-size: 15px; white-space: pre-line }
output.failed { color: var(--warn) }
`

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const POLICY = `default-src 'none'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; script-src ${sha256(SCRIPT)}; style-src ${sha256(STYLE)}`

interface Words {
  title: readonly [zh: string, en: string]
  button: string
  field: string
  /** What is said when it worked, and before the server's own sentence when it did not. */
  done: string
  failed: string
}

const head = ([zh, en]: Words['title']) => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer"><title>${zh} · ${en}</title><style>${STYLE}</style>
<h1>${zh}</h1><p lang="en">${en}</p>`

const note = ({ title, text }: Pick<Words, 'title'> & { text: string }) =>
  `${head(title)}<form><p>${text}</p></form></html>`

const page = ({ title, field, button, done, failed }: Words) => `${head(title)}
<form data-done="${done}" data-failed="${failed}">${field}<button>${button}</button></form><output></output>
<script>${SCRIPT}</script></html>`

const PAGE = page({
  title: ['重置密码', 'Reset your password'],
  field:
    '<label>新密码（至少 8 个字符）<br>New password (at least 8 characters)<input name="password" type="password" minlength="8" maxlength="128" autocomplete="new-password" required></label>',
  button: '保存 · Save',
  done: '已保存，请用新密码登录。其他设备已退出；绑定过的微信和手机号需要重新绑定、验证。\nSaved; please sign in with the new password. Other devices were signed out; WeChat and the phone have to be linked and verified again.',
  failed: '没有保存，链接可能已失效，或密码太常见。\n',
})

// Verifying takes the code and a session, which only the app has: this page says where.
const VERIFICATION = note({
  title: ['验证邮箱', 'Verify your e-mail'],
  text: '请在登录后的应用里打开“账号与安全 → 邮箱”，输入邮件里的验证码。<br>In the app, where you are signed in, open Account → Email and type the code of the message.',
})

const Token = Type.String({ minLength: 1, maxLength: 200 })

/** The page that a mailed link opens, and what it posts. Needs no client ID: a mail program has none. */
export const emailPages =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/ext/v1/email/verify/', async (_request, reply) =>
      reply
        .headers({ 'content-security-policy': POLICY, 'cache-control': 'no-store' })
        .type('text/html; charset=utf-8')
        .send(VERIFICATION),
    )

    app.get('/ext/v1/email/reset/', async (_request, reply) =>
      reply
        .headers({ 'content-security-policy': POLICY, 'cache-control': 'no-store' })
        .type('text/html; charset=utf-8')
        .send(PAGE),
    )

    app.post(
      '/ext/v1/email/reset/',
      {
        schema: {
          body: Type.Object({ token: Token, password: Password }),
          response: {
            200: Type.Object({
              status: Type.Literal('ok'),
              ended: Type.Object(
                { sessions: Type.Integer(), wechat: Type.Boolean(), phone: Type.Boolean() },
                { description: 'what the account had and the reset ended' },
              ),
            }),
          },
        },
      },
      async (request) => {
        const { token, password } = request.body
        const client = clientInfoOf(request)
        const ended = await inPasswordPlace(client, () =>
          resetPassword(context, token, password, client),
        )
        return { status: 'ok' as const, ended }
      },
    )
  }
