import autocannon, { type Options, type Request, type Result } from 'autocannon'
import type { BenchServer } from './world'

/** What is measured. `baseline` is the route every other one is a ratio of. */
export type Scenario = 'baseline' | 'read' | 'login'

/** What one run of a scenario came to. Times in milliseconds. */
export interface Measure {
  readonly perSecond: number
  readonly meanMs: number
  readonly p99Ms: number
}

const protocolHeaders = { 'x-hydrogen-client-id': 'starter-dev' }

const requestOf = async (
  { member, codes }: BenchServer,
  scenario: Scenario,
  amount: number,
): Promise<Request> => {
  switch (scenario) {
    case 'baseline':
      return { method: 'GET', path: `/bench/one-select/${member.id}` }
    case 'read':
      return {
        method: 'GET',
        path: `/hserve/v2.5/user/info/${member.id}/`,
        headers: { ...protocolHeaders, authorization: `Hydrogen-r1 ${member.token}` },
      }
    case 'login': {
      // One code more per connection than requests: autocannon prepares a request ahead.
      const ready = await codes(amount + 64)
      return {
        method: 'POST',
        path: '/hserve/v2.5/idp/wechat/silent-login/',
        headers: { ...protocolHeaders, 'content-type': 'application/json' },
        setupRequest: (request) => ({
          ...request,
          body: JSON.stringify({ code: ready.pop(), create_user: false }),
        }),
      }
    }
  }
}

/**
 * One run, timed to its last answer: autocannon itself notices the end at its next full second only.
 * @public for measurements of one's own
 */
export const fire = (options: Options): Promise<{ result: Result; seconds: number }> =>
  new Promise((resolve, reject) => {
    const begin = performance.now()
    let end = begin
    const run = autocannon(options, (error, result) =>
      error ? reject(error) : resolve({ result, seconds: (end - begin) / 1000 }),
    )
    run.on('response', () => {
      end = performance.now()
    })
  })

/**
 * Sends `amount` requests of a scenario over `connections` connections, each waiting for its answer before
 * the next. Rejects when any answer is no success: a fast refusal is no result.
 */
export const measure = async (
  server: BenchServer,
  scenario: Scenario,
  connections: number,
  amount: number,
): Promise<Measure> => {
  const request = await requestOf(server, scenario, amount)
  const { result, seconds } = await fire({
    url: server.url,
    connections,
    amount,
    requests: [request],
  })
  const failures = result.non2xx + result.errors + result.timeouts
  if (failures > 0) throw new Error(`${failures} of ${amount} ${scenario} requests failed`)
  return {
    perSecond: amount / seconds,
    meanMs: (seconds * 1000 * connections) / amount,
    p99Ms: result.latency.p99,
  }
}
