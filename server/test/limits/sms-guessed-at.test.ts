import { openTestServer, type Answer, type TestServer } from '../kit/test-server'
import { textedCode } from '../kit/texted-code'

const SEND = '/hserve/v2.2/sms-verification-code/'
const CHECK = '/hserve/v1.8/sms-verification-code/verify/'
const SMS_LOGIN = '/hserve/v2.1/login/sms/'
const MINUTE = 60_000
const OWNER = { 'x-forwarded-for': '203.0.113.1' }
const OTHER = { 'x-forwarded-for': '198.51.100.1' }
const OWN_DEVICE = { ...OTHER, 'x-device-id': 'the-device-of-the-owner' }

type Headers = Record<string, string>

let server: TestServer
let numbers = 0
beforeAll(async () => {
  server = await openTestServer({ TRUSTED_PROXIES: '1' })
}, 120_000)
afterAll(() => server.close())

const newNumber = () => `138${String(++numbers).padStart(8, '0')}`
const post = (path: string, body: object, headers: Headers): Promise<Answer> =>
  server.call('POST', path, { body, headers })
const ask = (phone: string, headers: Headers) => post(SEND, { phone }, headers)

/** Asks for a code: what the message says. */
const codeFor = async (phone: string, headers: Headers): Promise<string> => {
  expect((await ask(phone, headers)).status).toBe(200)
  return textedCode(server) ?? ''
}
const check = async (phone: string, code: string, headers: Headers) =>
  (await post(CHECK, { phone, code }, headers)).status
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
const guess = async (times: number, phone: string, code: string, headers: Headers) => {
  for (let nth = 0; nth < times; nth += 1) {
    expect(await check(phone, wrong(code), headers)).toBe(400)
  }
}

describe('a code of a text message', () => {
  it.each([
    ['address', OWNER, OTHER],
    ['device, though both share an address', OWN_DEVICE, OTHER],
  ])(
    'a code of a text message passes where it was asked for, after guesses of another %s',
    async (_, owner, guesser) => {
      const phone = newNumber()
      const code = await codeFor(phone, owner)
      await guess(8, phone, code, guesser)
      expect(await check(phone, code, guesser)).toBe(400)
      expect(await check(phone, code, owner)).toBe(200)
      expect(await check(phone, code, owner)).toBe(400)
    },
  )

  it('a code of a text message passes elsewhere, too, as long as others have used up four of their five tries', async () => {
    const phone = newNumber()
    const code = await codeFor(phone, OWNER)
    await guess(4, phone, code, OTHER)
    expect(await check(phone, code, OTHER)).toBe(200)
  })

  it('a code of a text message is refused where it was asked for after five wrong ones there', async () => {
    const phone = newNumber()
    const code = await codeFor(phone, OWNER)
    await guess(5, phone, code, OWNER)
    expect(await check(phone, code, OWNER)).toBe(400)
    expect(await check(phone, code, OTHER)).toBe(200)
  })

  it('a code of a text message takes five guesses of others at once and no sixth', async () => {
    const phone = newNumber()
    const code = await codeFor(phone, OWNER)
    await Promise.all(
      Array.from({ length: 5 }, (_, nth) =>
        guess(1, phone, code, { 'x-forwarded-for': `198.51.100.${nth + 10}` }),
      ),
    )
    expect(await check(phone, code, OTHER)).toBe(400)
  })

  it('a code of a text message lives on when another one is asked for, and so does the one a stranger asked for', async () => {
    const phone = newNumber()
    const first = await codeFor(phone, OTHER)
    expect(await ask(phone, OWNER)).toMatchObject({ status: 429, body: { retry_after: 60 } })
    server.clock.advance(MINUTE)
    const second = await codeFor(phone, OWNER)
    expect(await check(phone, first, OWNER)).toBe(200)
    expect(await check(phone, second, OWNER)).toBe(200)
  })

  it('a code of a text message passes where it was asked for though the address has used up its tries', async () => {
    const phone = newNumber()
    const code = await codeFor(phone, OWNER)
    for (let nth = 0; nth < 60; nth += 1) await check(newNumber(), '123456', OWNER)
    expect(await check(newNumber(), '123456', OWNER)).toBe(429)
    expect(await check(phone, code, OWNER)).toBe(200)
  })
})

describe('text messages to a number that others have used up', () => {
  it('a text message to a number whose limit others have used up still reaches a known device, and no stranger', async () => {
    const phone = newNumber()
    const code = await codeFor(phone, OWN_DEVICE)
    expect((await post(SMS_LOGIN, { phone, code }, OWN_DEVICE)).status).toBe(201)
    for (let nth = 0; nth < 9; nth += 1) {
      server.clock.advance(MINUTE)
      expect((await ask(phone, OTHER)).status).toBe(200)
    }
    server.clock.advance(MINUTE)
    expect((await ask(phone, OTHER)).status).toBe(429)
    expect((await ask(phone, OWNER)).status).toBe(429)

    const another = await codeFor(phone, OWN_DEVICE)
    expect(await ask(phone, OWN_DEVICE)).toMatchObject({ status: 429, body: { retry_after: 60 } })
    expect((await post(SMS_LOGIN, { phone, code: another }, OWN_DEVICE)).status).toBe(201)
  })
})
