import { unseal } from '../../platform/crypto'
import { callSimulator, start, tourist } from './called-simulator'

const path = 'wxa/business/getuserphonenumber'
const other = 'wx0123456789abcdef'

const open = async () => {
  const simulator = await callSimulator()
  const query = { access_token: await simulator.token() }
  const exchange = (body: object) => simulator.post(path, body, query)
  return { ...simulator, query, exchange }
}

test('a phone code returns the number with a watermark of the click', async () => {
  const { control, exchange } = await open()
  await control('person', { person: 'alice', phones: ['13800138000'] })
  const { code } = await control('phone-code', { person: 'alice' })
  await control('clock', { advanceMs: 60_000 })
  expect(await exchange({ code })).toEqual({
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: '13800138000',
      purePhoneNumber: '13800138000',
      countryCode: '86',
      watermark: { timestamp: start / 1000, appid: tourist },
    },
  })
})

test('the country code of a number can be the number 86, as in WeChat’s own sample', async () => {
  const { control, exchange } = await open()
  await control('fault', { kind: 'numeric-country-code', times: 1 })
  const codes = [
    await control('phone-code', { person: 'a' }),
    await control('phone-code', { person: 'b' }),
  ]
  const [first, second] = [await exchange(codes[0]), await exchange(codes[1])]
  expect([first.phone_info.countryCode, second.phone_info.countryCode]).toEqual([86, '86'])
})

test('a phone number from abroad carries its country code', async () => {
  const { control, exchange } = await open()
  const { code } = await control('phone-code', { person: 'alice', phone: '+852-61234567' })
  expect((await exchange({ code })).phone_info).toMatchObject({
    phoneNumber: '+85261234567',
    purePhoneNumber: '61234567',
    countryCode: '852',
  })
})

test('the encrypted form of a phone number says the same and opens with the current session_key', async () => {
  const { control, exchange, signIn } = await open()
  const { sessionKey } = await signIn('alice')
  const { code, encryptedData, iv } = await control('phone-code', { person: 'alice' })
  const { phone_info } = await exchange({ code })
  expect(unseal({ encryptedData, iv }, sessionKey)).toEqual(phone_info)
})

test('no two answers with a phone number are sealed with the same initial vector', async () => {
  const { control } = await open()
  const first = await control('phone-code', { person: 'alice' })
  const second = await control('phone-code', { person: 'alice' })
  expect(second.iv).not.toBe(first.iv)
  expect(second.encryptedData).not.toBe(first.encryptedData)
})

test('a phone code is used up by its first use', async () => {
  const { control, exchange } = await open()
  const { code } = await control('phone-code', { person: 'alice' })
  await exchange({ code })
  expect((await exchange({ code })).errcode).toBe(40029)
})

test('a login code is refused as a phone code, and is not consumed by the attempt', async () => {
  const { control, exchange, platform } = await open()
  const { code } = await control('login-code', { person: 'alice' })
  expect((await exchange({ code })).errcode).toBe(40029)
  expect(platform.exchangeLoginCode(code, tourist).kind).toBe('session')
})

test('a phone code sent with an openid must be that person’s, and another’s attempt does not consume it', async () => {
  const { control, exchange, signIn } = await open()
  const alice = await signIn('alice')
  const mallory = await signIn('mallory')
  const { code } = await control('phone-code', { person: 'alice' })
  expect((await exchange({ code, openid: mallory.openid })).errcode).toBe(40029)
  expect((await exchange({ code, openid: alice.openid })).errcode).toBe(0)
})

test('a phone code of another app is refused', async () => {
  const { control, exchange } = await open()
  const { code } = await control('phone-code', { person: 'alice', appid: other })
  expect((await exchange({ code })).errcode).toBe(40029)
})

test.each([
  ['', 44002],
  ['{"code":', 47001],
])('the body %j of a phone code is refused with %i', async (body, errcode) => {
  const { post, query } = await open()
  expect((await post(path, body, query)).errcode).toBe(errcode)
})

test.each([
  [{}, 41001],
  [{ access_token: 'invented' }, 40001],
])('the query %j of a phone code is refused with %i', async (query, errcode) => {
  const { post } = await callSimulator()
  expect((await post(path, { code: 'x' }, query as Record<string, string>)).errcode).toBe(errcode)
})

test('a used-up quota of phone numbers shows itself at the button, not at the server', async () => {
  const { control } = await open()
  await control('fault', { kind: 'phone-quota', times: 1 })
  expect(await control('phone-code', { person: 'alice' })).toEqual({ errno: 1400001 })
  expect(await control('phone-code', { person: 'alice' })).toHaveProperty('code')
})
