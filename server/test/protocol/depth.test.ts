import { serverForFile } from '../kit/server-for-file'
import { phoneInHand } from '../kit/phone-in-hand'

const { server } = serverForFile()
let token: string

beforeAll(async () => {
  token = (await phoneInHand(server).signIn('alice')).token
})

const nested = (levels: number, open = '[', close = ']') =>
  open.repeat(levels) + close.repeat(levels)

const send = async (method: 'PUT' | 'POST', url: string, payload: string) => {
  const reply = await server.app.inject({
    method,
    url,
    payload,
    headers: {
      'content-type': 'application/json',
      'x-hydrogen-client-id': server.context.settings.clientId,
      authorization: `Hydrogen-r1 ${token}`,
    },
  })
  return { status: reply.statusCode, body: reply.json<Record<string, unknown>>() }
}

const TOO_DEEP = {
  status: 400,
  body: {
    status: 'error',
    error_code: 'request_malformed',
    error_msg: 'The body nests more than 64 levels.',
  },
}

describe('a JSON body that nests deep', () => {
  it('a JSON body that nests deep is refused as a custom field of 4,200 levels, and as data of a function of 20,000', async () => {
    const field = `{"planted":${nested(4_200)}}`
    expect(await send('PUT', '/hserve/v2.5/user/info/', field)).toEqual(TOO_DEEP)
    const job = `{"function_name":"hello","data":${nested(20_000)}}`
    expect(await send('POST', '/hserve/v1/cloud-function/job/', job)).toEqual(TOO_DEEP)
    const objects = `{"planted":${nested(5_000, '{"a":', '}').replace(':}', ':1}')}}`
    expect(await send('PUT', '/hserve/v2.5/user/info/', objects)).toEqual(TOO_DEEP)
  })

  it('a JSON body is taken up to 64 levels, the body itself counted', async () => {
    const field = (levels: number) => `{"planted":${nested(levels)}}`
    expect((await send('PUT', '/hserve/v2.5/user/info/', field(63))).status).toBe(200)
    expect((await send('PUT', '/hserve/v2.5/user/info/', field(64))).status).toBe(400)
  })

  it('the depth of a JSON body does not count brackets that stand in a string, escaped quotes or not', async () => {
    const text = JSON.stringify({ planted: `${'['.repeat(100)}"\\${'{'.repeat(100)}` })
    expect((await send('PUT', '/hserve/v2.5/user/info/', text)).status).toBe(200)
  })

  it('a JSON body that nests deep is refused although it never closes', async () => {
    const open = `{"planted":"\\"${'['.repeat(70)}",${'['.repeat(70)}`
    expect(await send('PUT', '/hserve/v2.5/user/info/', open)).toEqual(TOO_DEEP)
  })
})
