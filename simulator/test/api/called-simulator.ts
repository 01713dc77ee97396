import { createSimulatorApp } from '../../app'
import type { Apps } from '../../platform/apps'
import { createPlatform } from '../../platform/platform'

/** The AppID most tests speak for. */
export const tourist = 'touristappid'

/** The start of the tests' clock, in milliseconds. */
export const start = 1_800_000_000_000

/** A simulator that is asked without a socket, on a clock that only the test moves. */
export const callSimulator = async (apps: Apps = { kind: 'any' }) => {
  const platform = createPlatform({ seed: 'tests', now: () => start, apps })
  const app = await createSimulatorApp(platform)

  const get = async (path: string, query: Record<string, string> = {}) => {
    const answer = await app.inject({ method: 'GET', url: `/${path}`, query })
    return answer.json()
  }
  const post = async (path: string, body: unknown, query: Record<string, string> = {}) => {
    const payload = typeof body === 'string' ? body : JSON.stringify(body)
    const answer = await app.inject({ method: 'POST', url: `/${path}`, query, payload })
    return answer.json()
  }
  const control = async (call: string, body: object = {}) => {
    const answer = await app.inject({ method: 'POST', url: `/control/${call}`, payload: body })
    return answer.json()
  }
  const token = async (appid = tourist): Promise<string> => {
    const body = { grant_type: 'client_credential', appid, secret: 's' }
    return (await post('cgi-bin/stable_token', body)).access_token
  }
  const signIn = async (person: string, appid = tourist) => {
    const exchange = platform.exchangeLoginCode(
      platform.login(person, { kind: 'app', appid }),
      appid,
    )
    if (exchange.kind !== 'session') throw new Error(`the code was ${exchange.kind}`)
    return exchange
  }
  return { platform, app, get, post, control, token, signIn }
}
