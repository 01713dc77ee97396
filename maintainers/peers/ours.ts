import { compileServer } from '../../server/test/kit/compiled-server'
import { startServerProcess } from '../../server/test/kit/server-process'
import { makeMany, newPerson, type Act, type PeerServer, type Request } from './server'

const HEADERS = { 'x-hydrogen-client-id': 'starter-dev', 'content-type': 'application/json' }

/** An address of its own for every request: people are counted per address. */
const anyAddress = () => `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join('.')}`

const post = (path: string, body: object): Request => ({
  method: 'POST',
  path,
  headers: { ...HEADERS, 'x-forwarded-for': anyAddress() },
  body: JSON.stringify(body),
})

const register = ({ email, password }: { email: string; password: string }) =>
  post('/hserve/v2.1/register/email/', { email, password })

const send = async (url: string, request: Request): Promise<Record<string, unknown>> => {
  const { method = 'GET', path = '', headers, body } = request
  const answer = await fetch(url + path, {
    method,
    headers: headers as Record<string, string>,
    ...(body !== undefined && { body: String(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
  return JSON.parse(text) as Record<string, unknown>
}

/** Our server, compiled as production runs it, on the PostgreSQL at `databaseUrl`, with the simulator as WeChat. */
export const startOurs = async (databaseUrl: string): Promise<PeerServer> => {
  const wechat = await startServerProcess({ SIM_PORT: '0' }, '../simulator/main.ts')
  const compiled = await compileServer()
  const server = await startServerProcess(
    { DATABASE_URL: databaseUrl, WECHAT_API_BASE: wechat.url, TRUSTED_PROXIES: '1' },
    compiled.program('main'),
  )
  const { url } = server
  const member = newPerson()
  const { token, user_id: id } = await send(url, register(member))
  const known = await makeMany(64, async () => {
    const person = newPerson()
    await send(url, register(person))
    return person
  })

  const loginCode = async () => {
    const answer = await send(wechat.url, {
      method: 'POST',
      path: '/control/login-code',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person: newPerson().name, appid: 'touristappid' }),
    })
    return String(answer['code'])
  }
  const requestFor: Record<Act, (index: number) => Request | Promise<Request>> = {
    read: () => ({
      method: 'GET',
      path: `/hserve/v2.5/user/info/${String(id)}/`,
      headers: { ...HEADERS, authorization: `Hydrogen-r1 ${String(token)}` },
    }),
    'anonymous sign-up': () => post('/hserve/v2.0/login/anonymous/', {}),
    'first platform sign-in': async () =>
      post('/hserve/v2.5/idp/wechat/silent-login/', { code: await loginCode(), create_user: true }),
    'password sign-up': () => register(newPerson()),
    'password sign-in': (index) => {
      const { email, password } = known[index % known.length] ?? member
      return post('/hserve/v2.1/login/email/', { email, password })
    },
  }
  return {
    url,
    apart: [wechat.pid],
    requests: async (act, amount) => {
      let index = 0
      return makeMany(amount, async () => requestFor[act](index++))
    },
    stop: async () => {
      await server.stop()
      await wechat.stop()
      await compiled.remove()
    },
  }
}
