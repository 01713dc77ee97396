import { openTestServer, type Answer, type TestServer } from '../kit/test-server'
import { phoneInHand, type PhoneInHand } from '../kit/phone-in-hand'
import { textedCode } from '../kit/texted-code'

const PASSWORD = 'correct horse battery'
const PHONE = '13700000001'
const MINUTES = 60
const OWNER = { 'x-forwarded-for': '2001:db8:1:2::1', 'x-device-id': 'the-device-of-the-owner' }
/** Where ten guess from: the owner's address, others of its network, and seven elsewhere. */
const GUESSERS = [
  '2001:db8:1:2::1',
  '2001:db8:1:2::2',
  '2001:db8:1:2:ffff::1',
  ...Array.from({ length: 7 }, (_, nth) => `198.51.100.${nth + 1}`),
]

let server: TestServer
let hand: PhoneInHand
beforeAll(async () => {
  server = await openTestServer({ TRUSTED_PROXIES: '1' })
  hand = phoneInHand(server)
}, 120_000)
afterAll(() => server.close())

const post = (path: string, body: object, headers: Record<string, string>): Promise<Answer> =>
  server.call('POST', path, { body, headers })
const password = (given: string, headers: Record<string, string>) =>
  post('/hserve/v2.1/login/username/', { username: 'owner', password: given }, headers)
const sendCode = (headers: Record<string, string>) =>
  post('/hserve/v2.2/sms-verification-code/', { phone: PHONE }, headers)
const sms = (code: string, headers: Record<string, string>) =>
  post('/hserve/v2.1/login/sms/', { phone: PHONE, code }, headers)
const silent = (code: string, headers: Record<string, string>) =>
  post('/hserve/v2.5/idp/wechat/silent-login/', { code }, headers)

const newestCode = () => textedCode(server) ?? ''

/** The owner's account, entered once by each method on their device. */
const makeOwner = async () => {
  const { body } = await silent(hand.code('owner'), OWNER)
  const change = { username: 'owner', new_password: PASSWORD }
  await server.call('PUT', '/hserve/v2.2/user/account/', {
    body: change,
    token: body.token,
    headers: OWNER,
  })
  await password(PASSWORD, OWNER)
  await sendCode(OWNER)
  await sms(newestCode(), OWNER)
}

/** What each of the ten does in a minute: until refused at the password, and once at everything else. */
const attack = async (address: string, minute: number): Promise<number[]> => {
  const from = { 'x-forwarded-for': address }
  const statuses: number[] = []
  for (let nth = 0; nth < 12 && statuses.at(-1) !== 429; nth += 1) {
    statuses.push((await password(`guess ${minute} ${nth}`, from)).status)
  }
  statuses.push((await sendCode(from)).status)
  for (let nth = 0; nth < 3; nth += 1) statuses.push((await sms('000000', from)).status)
  const codes = minute % 15 === 0 ? 25 : 1
  for (let nth = 0; nth < codes; nth += 1) {
    statuses.push((await silent(`invented-${address}-${minute}-${nth}`, from)).status)
  }
  return statuses
}

it('the owner signs in every minute by every method and is never asked to wait while ten people guess for an hour', async () => {
  await makeOwner()
  const own: number[] = []
  const theirs: number[] = []
  for (let minute = 0; minute < MINUTES; minute += 1) {
    server.clock.advance(60_000)
    theirs.push(...(await Promise.all(GUESSERS.map((each) => attack(each, minute)))).flat())
    own.push((await password(PASSWORD, OWNER)).status)
    own.push((await sendCode(OWNER)).status)
    own.push((await sms(newestCode(), OWNER)).status)
    own.push((await silent(hand.code('owner'), OWNER)).status)
  }
  const expected = Array.from({ length: MINUTES }, () => [201, 200, 201, 201]).flat()
  expect(own).toEqual(expected)
  expect(theirs.filter((status) => status === 429).length).toBeGreaterThan(10 * MINUTES)
  expect(theirs.filter((status) => status === 201)).toEqual([])
}, 900_000)
