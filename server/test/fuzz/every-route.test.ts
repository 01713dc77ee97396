import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../../src/app'
import { ERROR_CODES } from '../../src/error-codes'
import { MODULES } from '../../src/modules/modules'
import { OPERATIONS } from '../../src/openapi/operations'
import { openTestServer, type TestServer } from '../kit/test-server'
import { injection, requestFor } from './request'
import { collectRoutes, type Route } from './routes'

// Hashing a password takes long on purpose, so time is the measure. FUZZ_MS_PER_ROUTE=60000 makes it a campaign.
const MS_PER_ROUTE = Number(process.env['FUZZ_MS_PER_ROUTE'] ?? 100)
const RUNS_PER_ROUTE = MS_PER_ROUTE
// A cloud function may take five seconds, and a busy machine some more; what takes longer hangs.
const HANGS_AFTER_MS = 20_000

const CODES = new Set<unknown>(
  [ERROR_CODES, ...MODULES.map(({ errorCodes }) => errorCodes)].flatMap(Object.keys),
)

const isErrorBody = (text: string): boolean => {
  const body = JSON.parse(text) as Partial<Record<'status' | 'error_code' | 'error_msg', unknown>>
  return (
    body.status === 'error' &&
    typeof body.error_msg === 'string' &&
    body.error_msg !== '' &&
    CODES.has(body.error_code)
  )
}

describe('every route, whatever it is sent', () => {
  let server: TestServer
  let app: FastifyInstance
  let routes: readonly Route[]
  let members = 0

  beforeAll(async () => {
    server = await openTestServer()
    const collected = await collectRoutes(() => buildApp(server.context))
    app = collected.built
    routes = collected.routes
  }, 120_000)
  afterAll(async () => {
    await app.close()
    await server.close()
  })

  const newMember = async (): Promise<string> => {
    members += 1
    const code = server.wechat.platform.login(`fuzz-${members}`, { kind: 'first-redeemer' })
    const { body } = await server.call('POST', '/hserve/v2.5/idp/wechat/silent-login/', {
      body: { code, create_user: true },
    })
    return body.token
  }

  const fuzz = async (route: Route) => {
    let token = await newMember()
    const property = fc.asyncProperty(requestFor(route), async (request) => {
      const reply = await app.inject(injection(route, request, token))
      const told = `${reply.statusCode} ${reply.payload.slice(0, 300)}`
      if (reply.statusCode >= 500) throw new Error(told)
      if (reply.statusCode >= 400 && !isErrorBody(reply.payload)) throw new Error(told)
      if (reply.statusCode === 401 && request.sender.kind === 'member') token = await newMember()
    })
    // One in any case: on a busy machine the time may be over before the first.
    await fc.assert(property, { numRuns: 1, timeout: HANGS_AFTER_MS })
    const { failed, counterexample, errorInstance } = await fc.check(property, {
      numRuns: RUNS_PER_ROUTE,
      timeout: HANGS_AFTER_MS,
      interruptAfterTimeLimit: MS_PER_ROUTE,
      markInterruptAsFailure: false,
      endOnFailure: true,
    })
    if (failed && counterexample !== null) {
      throw new Error(JSON.stringify(counterexample), { cause: errorInstance })
    }
  }

  it('every route of the server is known to the fuzzer, and no other', () => {
    const known = routes.map(({ method, path }) => `${method} ${path}`)
    const described = [OPERATIONS, ...MODULES.map(({ operations }) => operations)].flatMap(
      Object.keys,
    )
    expect(known.sort()).toEqual(described.sort())
  })

  it('every route answers below 500, and every refusal in the protocol’s shape, whatever it is sent', async () => {
    const failures: string[] = []
    for (const route of routes) {
      await fuzz(route).catch((error: Error) => {
        failures.push(`${route.method} ${route.path}\n${error.message}\n${String(error.cause)}`)
      })
    }
    expect(failures).toEqual([])
  }, 3_600_000)
})
