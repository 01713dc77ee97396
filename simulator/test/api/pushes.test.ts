import { createHash } from 'node:crypto'
import { callSimulator, start, tourist } from './called-simulator'
import { listen } from './listener'

const token = 'PushToken1'
const success = () => ({ status: 200, text: 'success' })

const listening: Awaited<ReturnType<typeof listen>>[] = []
afterEach(async () => {
  await Promise.all(listening.splice(0).map((server) => server.close()))
})

const serve = async (...behaviour: Parameters<typeof listen>) => {
  const server = await listen(...behaviour)
  listening.push(server)
  return server
}

const open = async (reply = success as Parameters<typeof listen>[0], format = 'json') => {
  const simulator = await callSimulator()
  const server = await serve(reply)
  const aimed = await simulator.control('push/target', { url: server.url, token, format })
  return { ...simulator, server, aimed }
}

const expectedSignature = (query: URLSearchParams) =>
  createHash('sha1')
    .update([token, query.get('timestamp'), query.get('nonce')].sort().join(''))
    .digest('hex')

test('a target of pushes is verified by echostr, signed as every push is', async () => {
  const { server, aimed } = await open()
  expect(aimed).toEqual({})
  expect(server.heard.map(({ method }) => method)).toEqual(['GET'])
  for (const { query } of server.heard) {
    expect(query.get('signature')).toBe(expectedSignature(query))
  }
})

test('a server that does not echo is not made the target of pushes', async () => {
  const { control } = await callSimulator()
  const { url } = await serve(success, (echostr) => `${echostr} and more`)
  expect((await control('push/target', { url, token })).error).toBe(
    'The server at "url" did not echo "echostr": check its token and its push endpoint.',
  )
  expect((await control('push/revoke', { person: 'alice' })).error).toBe(
    'There is no push target: set one with POST push/target first.',
  )
})

test('a target of pushes where nothing listens has an error of its own', async () => {
  const { control } = await callSimulator()
  const server = await listen(success)
  await server.close()
  expect((await control('push/target', { url: server.url, token })).error).toBe(
    'Nothing answered at "url": start the server before you set the push target.',
  )
})

test('a push of a withdrawal holds openid, AppID and RevokeInfo', async () => {
  const { server, control, signIn } = await open()
  const { openid } = await signIn('alice')
  expect(await control('push/revoke', { person: 'alice' })).toEqual({
    event: 'user_authorization_revoke',
    attempts: 1,
    outcome: 'accepted',
  })
  const [push] = server.pushes()
  expect(push?.query.get('signature')).toBe(expectedSignature(push?.query ?? new URLSearchParams()))
  expect(JSON.parse(push?.body ?? '')).toEqual({
    ToUserName: expect.stringMatching(/^gh_[\da-f]{12}$/),
    FromUserName: expect.stringMatching(/^o[\w-]{27}$/),
    CreateTime: start / 1000,
    MsgType: 'event',
    Event: 'user_authorization_revoke',
    RevokeInfo: '8',
    OpenID: openid,
    AppID: tourist,
  })
})

test('a push of a cancellation carries no RevokeInfo', async () => {
  const { server, control } = await open()
  await control('push/revoke', { person: 'alice', event: 'user_authorization_cancellation' })
  expect(JSON.parse(server.pushes()[0]?.body ?? '')).not.toHaveProperty('RevokeInfo')
})

test('a push that fails is repeated three times at most', async () => {
  const { server, control } = await open(() => ({ status: 500, text: '' }))
  expect(await control('push/revoke', { person: 'alice' })).toMatchObject({
    attempts: 4,
    outcome: 'refused',
  })
  expect(server.pushes()).toHaveLength(4)
})

test('the repetition of a push ends with the first success', async () => {
  const { control } = await open((pushes) =>
    pushes < 3 ? { status: 502, text: 'bad gateway' } : { status: 200, text: '' },
  )
  expect(await control('push/revoke', { person: 'alice' })).toMatchObject({
    attempts: 3,
    outcome: 'accepted',
  })
})

test('a push in XML has texts in CDATA and numbers bare', async () => {
  const { server, control } = await open(success, 'xml')
  await control('push/revoke', { person: 'alice', revokeInfo: '6' })
  const [push] = server.pushes()
  expect(push?.type).toBe('text/xml')
  expect(push?.body).toMatch(/^<xml><ToUserName><!\[CDATA\[gh_/)
  expect(push?.body).toContain(`<CreateTime>${start / 1000}</CreateTime>`)
  expect(push?.body).toContain('<RevokeInfo><![CDATA[6]]></RevokeInfo>')
})

test('the verdict on an image arrives as a push with the trace_id of the call', async () => {
  const { server, control, post, signIn, token: accessToken } = await open()
  const { openid } = await signIn('alice')
  await control('fault', { kind: 'verdict', suggest: 'risky', times: 1 })
  const media = { media_url: 'http://127.0.0.1/a.png', media_type: 2, version: 2, scene: 1, openid }
  const arrival = server.nextPush()
  const query = { access_token: await accessToken() }
  const { errcode, trace_id } = await post('wxa/media_check_async', media, query)
  expect(errcode).toBe(0)
  await arrival
  expect(JSON.parse(server.pushes()[0]?.body ?? '')).toMatchObject({
    Event: 'wxa_media_check',
    appid: tourist,
    trace_id,
    version: 2,
    errcode: 0,
    result: { suggest: 'risky', label: 20006 },
  })
})
