import type { FastifyInstance } from 'fastify'
import { buildApp } from '../../src/app'
import type { Context } from '../../src/context'
import { createContext } from '../../src/create-context'
import { readSettings } from '../../src/settings/settings'
import { ApiError } from '../../src/errors'
import { openTestDatabase } from '../kit/database'
import { handClock, type HandClock } from '../kit/hand-clock'
import { PUSH_TOKEN, pushQuery } from '../kit/push-query'

/** What the server answered. */
export interface Reply {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** A request as one of the people sends it. */
interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly body?: object
  readonly token?: string | null
  readonly address: string
  readonly device: string
  readonly reauthentication?: string | null
}

/** The real server on an empty database, with WeChat, mail and text messages in the same process: no request waits for a network. */
export interface World {
  readonly context: Context
  readonly clock: HandClock
  readonly send: (request: Request) => Promise<Reply>
  readonly push: (event: object) => Promise<void>
  /** A wx.login code of a WeChat person, or a phone code of theirs. */
  readonly loginCode: (openid: string) => string
  readonly phoneCode: (openid: string, phone: string) => string
  /** Everything that was sent to an address or number, oldest first. */
  readonly messages: (to: string) => readonly string[]
  /** How many of them were sent in the last so many milliseconds. */
  readonly sentWithin: (to: string, ms: number) => number
  readonly settled: () => Promise<void>
  readonly close: () => Promise<void>
}

const refused = () =>
  new ApiError('wechat_code_invalid', 'code_invalid: WeChat does not accept this code.')

/** Opens the server; a test file opens one and closes it. */
export const openWorld = async (): Promise<World> => {
  const clock = handClock()
  const database = await openTestDatabase()
  const settings = readSettings({
    LOG_LEVEL: 'silent',
    TRUSTED_PROXIES: '1',
    WECHAT_PUSH_TOKEN: PUSH_TOKEN,
    ...database.env,
  })
  const logins = new Map<string, string>()
  const phones = new Map<string, { openid: string; phone: string }>()
  const mailbox = new Map<string, { readonly text: string; readonly atMs: number }[]>()
  const messagesTo = (to: string) => mailbox.get(to) ?? []
  const deliver = (to: string, text: string) => {
    mailbox.set(to, [...messagesTo(to), { text, atMs: clock.now() }])
  }
  let codes = 0

  const real = createContext(settings, database.db, clock, [])
  const context: Context = {
    ...real,
    wechat: {
      ...real.wechat,
      codeToSession: async (code) => {
        const openid = logins.get(code)
        logins.delete(code)
        if (openid === undefined) throw refused()
        return { openid, sessionKey: 'c2Vzc2lvbi1rZXktMDAwMDAw', unionid: `union-${openid}` }
      },
      phoneNumber: async (code, openid) => {
        const found = phones.get(code)
        phones.delete(code)
        if (found === undefined || found.openid !== openid) throw refused()
        return { phoneNumber: found.phone, purePhoneNumber: found.phone, countryCode: '86' }
      },
    },
    mailer: {
      mail: async ({ to, text }) => deliver(to, text),
      sms: async ({ to, text }) => deliver(to, text),
    },
  }
  const app: FastifyInstance = await buildApp(context)

  return {
    context,
    clock,
    send: async ({ method, path, body, token, address, device, reauthentication }) => {
      const reply = await app.inject({
        method,
        url: path,
        headers: {
          'x-hydrogen-client-id': settings.clientId,
          'x-forwarded-for': address,
          'x-device-id': device,
          ...(token !== null && token !== undefined && { authorization: `Hydrogen-r1 ${token}` }),
          ...(reauthentication !== null &&
            reauthentication !== undefined && { 'x-reauthentication': reauthentication }),
        },
        ...(body !== undefined && { payload: body }),
      })
      return { status: reply.statusCode, body: JSON.parse(reply.payload) }
    },
    push: async (event) => {
      await app.inject({
        method: 'POST',
        url: `/ext/v1/wechat/push/?${pushQuery(clock.now())}`,
        headers: { 'content-type': 'application/json' },
        payload: JSON.stringify(event),
      })
    },
    loginCode: (openid) => {
      const code = `login-${++codes}`
      logins.set(code, openid)
      return code
    },
    phoneCode: (openid, phone) => {
      const code = `phone-${++codes}`
      phones.set(code, { openid, phone })
      return code
    },
    messages: (to) => messagesTo(to).map(({ text }) => text),
    sentWithin: (to, ms) => messagesTo(to).filter(({ atMs }) => atMs > clock.now() - ms).length,
    settled: () => context.background.settled(),
    close: async () => {
      await app.close()
      await context.background.settled()
      await database.close()
    },
  }
}
