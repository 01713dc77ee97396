import type { FastifyInstance, InjectOptions } from 'fastify'
import { startSimulator, type Simulator } from '../../../simulator/index'
import { buildApp } from '../../src/app'
import type { Context } from '../../src/context'
import { createContext } from '../../src/create-context'
import { MODULES } from '../../src/modules/modules'
import { readSettings } from '../../src/settings/settings'
import { openTestDatabase } from './database'
import { handClock, type HandClock } from './hand-clock'

/** What the server answered: the status, and the body, whose members a test knows by name. */
export interface Answer {
  readonly status: number
  readonly body: Body
}

/** JSON as tests read it: any path leads somewhere, and `expect` says whether it was the right place. */
type Body = ReturnType<typeof JSON.parse>

/** A whole server on an empty database, with the simulator as its WeChat, on one clock moved by hand. */
export interface TestServer {
  readonly context: Context
  readonly app: FastifyInstance
  readonly clock: HandClock
  readonly wechat: Simulator
  /** Sends a request as our own app does, with `token` as the bearer if one is given. */
  readonly call: (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    options?: { body?: object; token?: string; headers?: Record<string, string> },
  ) => Promise<Answer>
  readonly close: () => Promise<void>
}

const parse = (text: string): Body => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Starts one; the caller closes it. */
export const openTestServer = async (env: Record<string, string> = {}): Promise<TestServer> => {
  const clock = handClock()
  const database = await openTestDatabase()
  const wechat = await startSimulator({ port: 0, now: clock.now, bound: 'every-app' })
  const settings = readSettings({
    WECHAT_API_BASE: wechat.url,
    LOG_LEVEL: 'silent',
    SDK_USER_INFO_UPDATE: 'on',
    ...database.env,
    ...env,
  })
  const context = createContext(settings, database.db, clock, MODULES, (error) => {
    throw error
  })
  const app = await buildApp(context)

  return {
    context,
    app,
    clock,
    wechat,
    call: async (method, path, { body, token, headers = {} } = {}) => {
      const request: InjectOptions = {
        method,
        url: path,
        headers: {
          'x-hydrogen-client-id': settings.clientId,
          ...(token !== undefined && { authorization: `Hydrogen-r1 ${token}` }),
          ...headers,
        },
        ...(body !== undefined && { payload: body }),
      }
      const reply = await app.inject(request)
      return { status: reply.statusCode, body: parse(reply.payload) }
    },
    close: async () => {
      await app.close()
      await context.background.settled()
      await wechat.close()
      await database.close()
    },
  }
}
