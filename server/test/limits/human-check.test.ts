import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHumanCheck } from '../../src/security/human-check'
import { openTestServer, type TestServer } from '../kit/test-server'
import { textedCode } from '../kit/texted-code'

const SEND = '/hserve/v2.2/sms-verification-code/'
const ADDRESS = { 'x-forwarded-for': '203.0.113.1' }
const ON_DEVICE = { ...ADDRESS, 'x-device-id': 'the-device-of-the-owner' }

/** What the operator's hook was asked, and what it answers next. */
const asked: { body: unknown; authorization: string | undefined }[] = []
let answer = 200
const hook = createServer((request, response) => {
  const { authorization }: IncomingHttpHeaders = request.headers
  let text = ''
  request.on('data', (part) => (text += part))
  request.on('end', () => {
    asked.push({ body: JSON.parse(text), authorization })
    response.writeHead(answer).end()
  })
})

let server: TestServer
let numbers = 0
beforeAll(async () => {
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve))
  const { port } = hook.address() as AddressInfo
  server = await openTestServer({
    TRUSTED_PROXIES: '1',
    HUMAN_CHECK_URL: `http://127.0.0.1:${port}/check`,
    HUMAN_CHECK_TOKEN: 'secret of the hook',
  })
}, 120_000)
afterAll(async () => {
  await server.close()
  await new Promise((resolve) => hook.close(resolve))
})
beforeEach(() => {
  asked.length = 0
  answer = 200
})

const newNumber = () => {
  numbers += 1
  return `137${String(numbers).padStart(8, '0')}`
}
const ask = (body: object, headers: Record<string, string> = ADDRESS) =>
  server.call('POST', SEND, { body, headers })
const sent = () => server.wechat.platform.outbox.sms().length

describe('with a check of humanity, a text message', () => {
  it('a text message with a human check is sent for a token that the hook accepts, in the body or in a header', async () => {
    const before = sent()
    const inHeader = { ...ADDRESS, 'x-human-token': 'ticket 2' }
    expect((await ask({ phone: newNumber(), human_token: 'ticket 1' })).status).toBe(200)
    expect((await ask({ phone: newNumber() }, inHeader)).status).toBe(200)
    expect(sent()).toBe(before + 2)
    const authorization = 'Bearer secret of the hook'
    expect(asked).toEqual(
      ['ticket 1', 'ticket 2'].map((token) => ({
        body: { token, ip_address: '203.0.113.1' },
        authorization,
      })),
    )
  })

  it('a text message with a human check is refused without a token, and with one the hook refuses, and then counts for no number', async () => {
    const phone = newNumber()
    const none = await ask({ phone })
    expect([none.status, none.body.error_code]).toEqual([403, 'human_check_required'])
    answer = 403
    const failed = await ask({ phone, human_token: 'bot' })
    expect([failed.status, failed.body.error_code]).toEqual([403, 'human_check_failed'])
    answer = 204
    expect((await ask({ phone, human_token: 'person' })).status).toBe(200)
  })

  it.each([500, 404, 302])(
    'a text message with a human check is answered 503 when the hook answers %p',
    async (status) => {
      answer = status
      const refused = await ask({ phone: newNumber(), human_token: 'ticket' })
      expect(refused).toMatchObject({ status: 503, body: { retry_after: 5 } })
    },
  )

  it('a text message asks no human check of a device that the account of the number knows', async () => {
    const phone = newNumber()
    expect((await ask({ phone, human_token: 'ticket' }, ON_DEVICE)).status).toBe(200)
    const code = textedCode(server)
    const body = { phone, code }
    await server.call('POST', '/hserve/v2.1/login/sms/', { body, headers: ON_DEVICE })
    expect((await ask({ phone }, ON_DEVICE)).status).toBe(200)
    expect(asked).toHaveLength(1)
  })
})

it('a text message needs no human check by default', async () => {
  const plain = await openTestServer()
  expect((await plain.call('POST', SEND, { body: { phone: newNumber() } })).status).toBe(200)
  await plain.close()
})

it('a human check reads the status of an answer alone, and lets go of a body that might never end', async () => {
  const cancel = jest.fn()
  const endless = new Response(new ReadableStream({ cancel }))
  const fetched = jest.spyOn(globalThis, 'fetch').mockResolvedValue(endless)
  const check = createHumanCheck({ kind: 'hook', url: 'https://captcha.example.com/', token: null })
  expect(await check.verify('ticket', '203.0.113.1')).toBe(true)
  expect(cancel).toHaveBeenCalledTimes(1)
  fetched.mockRestore()
})
