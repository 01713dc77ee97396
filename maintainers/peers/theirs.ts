import { fileURLToPath } from 'node:url'
import { startServerProcess } from '../../server/test/kit/server-process'
import { makeMany, newPerson, type Act, type PeerServer, type Request } from './server'

/** Its base URL: it refuses sign-ins from another origin. */
const HEADERS = { 'content-type': 'application/json', origin: 'http://127.0.0.1' }
const SERVER = fileURLToPath(new URL('better-auth.mjs', import.meta.url))

const post = (path: string, body: object): Request => ({
  method: 'POST',
  path: `/api/auth/${path}`,
  headers: HEADERS,
  body: JSON.stringify(body),
})

const signUp = async (url: string, person: object): Promise<Response> => {
  const body = JSON.stringify(person)
  const answer = await fetch(`${url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: HEADERS,
    body,
  })
  if (!answer.ok) throw new Error(`better-auth refuses a sign-up: ${answer.status}`)
  return answer
}

/** How better-auth is set up, beyond its own defaults. */
export interface Setup {
  /** Of argon2, as a hash names it; absent: its own hash, scrypt. */
  readonly HASH_COST?: string
  /** `1`: a session and its user are read by one statement. */
  readonly JOINS?: '1'
}

/** better-auth on the PostgreSQL at `databaseUrl`. */
export const startTheirs = async (databaseUrl: string, setup: Setup): Promise<PeerServer> => {
  const server = await startServerProcess(
    { DATABASE_URL: databaseUrl, ...setup, NODE_ENV: 'production' },
    SERVER,
  )
  const { url } = server
  const member = newPerson()
  const answer = await signUp(url, member)
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const known = await makeMany(64, async () => {
    const person = newPerson()
    await signUp(url, person)
    return person
  })
  const requestFor: Record<Act, (index: number) => Request> = {
    read: () => ({ method: 'GET', path: '/api/auth/get-session', headers: { cookie } }),
    'anonymous sign-up': () => post('sign-in/anonymous', {}),
    // It knows no WeChat; its cheapest account without a password stands for one.
    'first platform sign-in': () => post('sign-in/anonymous', {}),
    'password sign-up': () => post('sign-up/email', newPerson()),
    'password sign-in': (index) => {
      const { email, password } = known[index % known.length] ?? member
      return post('sign-in/email', { email, password })
    },
  }
  return {
    url,
    apart: [],
    requests: (act, amount) => {
      let index = 0
      return makeMany(amount, async () => requestFor[act](index++))
    },
    stop: server.stop,
  }
}
