import { issueEmailCode, consumeEmailCode } from '../../src/accounts/email/email-codes'
import { consumeResetLink, issueResetLink } from '../../src/accounts/email/reset-links'
import { consumeSmsCode, sendSmsCode } from '../../src/accounts/phone/sms-code'
import { readLinkTicket, unlinked } from '../../src/accounts/wechat/link-ticket'
import type { Context } from '../../src/context'
import { newUploadPermit, readUploadPermit } from '../../src/files/upload-permit'
import { serverForFile } from '../kit/server-for-file'
import { textedCode } from '../kit/texted-code'

const MINUTE = 60_000

const { server, hand } = serverForFile()

const client = {
  ipAddress: '192.0.2.1',
  userAgent: '',
  deviceId: null,
  presentedTokenHash: null,
  signal: new AbortController().signal,
  rotation: 'takes-new-token',
} as const

let made = 0
const addressee = async () => {
  made += 1
  const { user } = await hand.register(`set-back-${made}`)
  return { userId: Number(user.id), email: `set-back-${made}@example.com` }
}

/** Makes one of a kind, and returns what uses it. */
const KINDS: readonly (readonly [
  what: string,
  lifetimeMs: number,
  make: (context: Context) => Promise<() => unknown>,
])[] = [
  [
    'a code sent by text message',
    10 * MINUTE,
    async (context) => {
      made += 1
      const phone = `138000007${10 + made}`
      await sendSmsCode(context, phone, null, client)
      const code = textedCode(server) ?? ''
      return () => consumeSmsCode(context, phone, code, client)
    },
  ],
  [
    'a code sent by e-mail',
    60 * MINUTE,
    async (context) => {
      const to = await addressee()
      const code = await issueEmailCode(context, 'verify', to)
      return () => consumeEmailCode(context, 'verify', to, code)
    },
  ],
  [
    'the link of a reset e-mail',
    60 * MINUTE,
    async (context) => {
      const token = await issueResetLink(context, await addressee())
      return () => consumeResetLink(context.db, context, token)
    },
  ],
  [
    'a link ticket',
    10 * MINUTE,
    async (context) => {
      const person = { openid: 'openid-of-a-guest', unionid: null }
      const ticket = String(unlinked(context, person, 'No account.').details['link_ticket'])
      return () => readLinkTicket(context, ticket)
    },
  ],
  [
    'an upload policy',
    10 * MINUTE,
    async (context) => {
      const permit = newUploadPermit(context, 1, 'a.png')
      return () => readUploadPermit(context, permit)
    },
  ],
]

const isTaken = async (use: () => unknown): Promise<boolean> => {
  try {
    await use()
    return true
  } catch {
    return false
  }
}

describe('a code or link from before the clock was set back', () => {
  it.each(KINDS)(
    'a code or link from before the clock was set back by two hours counts no longer, and by half a minute still does: %s',
    async (_what, lifetimeMs, make) => {
      const before = await make(server.context)
      server.clock.advance(-120 * MINUTE)
      expect(await isTaken(before)).toBe(false)
      const differing = await make(server.context)
      server.clock.advance(-MINUTE / 2)
      expect(await isTaken(differing)).toBe(true)
      const late = await make(server.context)
      server.clock.advance(lifetimeMs)
      expect(await isTaken(late)).toBe(false)
    },
  )
})
