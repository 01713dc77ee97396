import { LIMITS, consume } from '../../../src/security/limits'
import { openTestServer, type TestServer } from '../../kit/test-server'
import { textedCode } from '../../kit/texted-code'

const SEND = '/hserve/v2.2/sms-verification-code/'
const SMS_LOGIN = '/hserve/v2.1/login/sms/'
const MINUTE = 60_000

let server: TestServer
beforeAll(async () => {
  server = await openTestServer({ TRUSTED_PROXIES: '1' })
}, 120_000)
afterAll(() => server.close())

interface From {
  readonly address: string
  readonly device?: string
}
const headersOf = ({ address, device }: From) => ({
  'x-forwarded-for': address,
  ...(device !== undefined && { 'x-device-id': device }),
})
const ask = async (phone: string, from: From) =>
  (await server.call('POST', SEND, { body: { phone }, headers: headersOf(from) })).status

/** Signs in by a text message, which makes the device, or without one the address, known to the account. */
const signIn = async (phone: string, from: From) => {
  expect(await ask(phone, from)).toBe(200)
  const code = textedCode(server)
  const body = { phone, code }
  const answer = await server.call('POST', SMS_LOGIN, { body, headers: headersOf(from) })
  expect(answer.status).toBe(201)
}
/** Counts as many messages as are left today. */
const useUp = async (countedAs: string) => {
  const count = () => consume(server.context, LIMITS.smsPerOwnerAndDay, countedAs)
  const isLeft = () =>
    count().then(
      () => true,
      () => false,
    )
  while (await isLeft());
}

describe('the text messages to the owner of a number', () => {
  it('the text messages to a known address are counted by its /64, not by each address in it', async () => {
    const phone = '13800008001'
    await signIn(phone, { address: '2001:db8:0:1::1' })
    server.clock.advance(MINUTE)
    expect(await ask(phone, { address: '2001:db8:0:1::2' })).toBe(200)
    expect(await ask(phone, { address: '2001:db8:0:1::3' })).toBe(429)
  })

  it('the text messages to a number have an end, however many devices its owner signs in on', async () => {
    const phone = '13800008002'
    const on = (device: string): From => ({ address: '203.0.113.1', device })
    await signIn(phone, on('the-first-device-of-many'))
    server.clock.advance(MINUTE)
    await signIn(phone, on('the-second-device-of-many'))
    await useUp(`${phone}:devices`)
    for (const device of ['the-first-device-of-many', 'the-second-device-of-many']) {
      expect(await ask(phone, on(device))).toBe(429)
    }
  }, 60_000)

  it('the text messages to the devices of an owner are left when those to a shared address are used up', async () => {
    const phone = '13800008003'
    const shared = { address: '203.0.113.3' }
    const own = { ...shared, device: 'the-own-device-of-the-owner' }
    await signIn(phone, shared)
    server.clock.advance(MINUTE)
    await signIn(phone, own)
    await useUp(`${phone}:addresses`)
    server.clock.advance(MINUTE)
    expect(await ask(phone, shared)).toBe(429)
    expect(await ask(phone, own)).toBe(200)
  }, 60_000)
})
