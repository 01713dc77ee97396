import { sql } from 'drizzle-orm'
import { openTestServer, type Answer, type TestServer } from '../../kit/test-server'
import { phoneInHand, type PhoneInHand } from '../../kit/phone-in-hand'

const PERSON = 'alice'
const APPID = 'touristappid'
const WECHAT = '/idp/wechat'

let server: TestServer
let hand: PhoneInHand
let log: jest.SpyInstance
const answers: Answer[] = []

const call = async (
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
  token?: string,
) => {
  const options = { ...(body && { body }), ...(token !== undefined && { token }) }
  const answer = await server.call(method, `/hserve/${path}`, options)
  answers.push(answer)
  return answer
}

/** Everything that has to do with a session_key: sign-ins, links, signed and encrypted data, and refusals of each. */
const useEverything = async () => {
  const code = () => hand.code(PERSON)
  const button = (number: string) => ({ ...hand.phoneButton(PERSON, number), phone_code: '' })
  const unknown = await call('POST', `v2.5${WECHAT}/silent-login/`, {
    code: code(),
    create_user: false,
  })
  const { token: guest } = await hand.register('alice')
  await call(
    'POST',
    `v2.4${WECHAT}/user-associate/`,
    { link_ticket: unknown.body.link_ticket },
    guest,
  )
  await call('POST', `v2.5${WECHAT}/phone-login/`, { code: code(), ...button('13500000001') })
  const { body } = await call('POST', `v2.5${WECHAT}/silent-login/`, { code: code() })
  const { token, user_info: user } = body

  const profile = hand.profile(PERSON)
  const signed = { ...profile, code: '', update_userprofile: 'overwrite' }
  const forged = { ...signed, signature: 'f'.repeat(40) }
  const unreadable = { ...button('13500000002'), iv: 'AAAAAAAAAAAAAAAAAAAAAA==' }
  await call('PUT', `v2.6${WECHAT}/user/info/`, forged, token)
  await call('PUT', `v2.6${WECHAT}/user/info/`, signed, token)
  await call('POST', 'v1/wechat/decrypt/phone-number/', unreadable, token)
  await call('POST', 'v1/wechat/decrypt/phone-number/', button('13500000002'), token)
  await call('GET', `v2.5/user/info/${user.id}/`, undefined, token)
  await call('PUT', `v2.5${WECHAT}/phone-verification/`, button('13500000002'), token)
}

const rows = async (): Promise<string> => {
  const { db } = server.context
  const tables = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  )
  const texts = await Promise.all(
    tables.rows.map(({ name }) =>
      db.execute(sql`select to_jsonb(t)::text as text from ${sql.identifier(name)} t`),
    ),
  )
  return JSON.stringify(texts.map((result) => result.rows))
}

/** The key WeChat holds, as the text it is and as its bytes are written elsewhere. */
const spellings = () => {
  const key = server.wechat.platform.sessionKeyOf(PERSON, APPID)
  const bytes = Buffer.from(key, 'base64')
  return [key, bytes.toString('hex'), bytes.toString('base64url')]
}

beforeAll(async () => {
  log = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
  server = await openTestServer({ LOG_LEVEL: 'trace' })
  hand = phoneInHand(server)
  await useEverything()
}, 120_000)
afterAll(async () => {
  await server.close()
  log.mockRestore()
})

describe('a session_key', () => {
  it('every request of the run needed the session_key', () => {
    expect(answers.map(({ status }) => status)).toEqual([
      404, 200, 201, 201, 400, 200, 400, 200, 200, 200,
    ])
  })

  // docs/wechat.md 5.4
  it('the session_key is in no answer, whatever is asked', () => {
    for (const key of spellings()) expect(JSON.stringify(answers)).not.toContain(key)
    expect(JSON.stringify(answers)).not.toMatch(/session_?key/i)
  })

  it('the session_key is in no line of the log', () => {
    const lines = JSON.stringify(log.mock.calls)
    expect(lines).toContain('/silent-login/')
    for (const key of spellings()) expect(lines).not.toContain(key)
  })

  it('the database keeps the session_key only sealed', async () => {
    const kept = await rows()
    expect(kept).toContain(hand.openid(PERSON))
    for (const key of spellings()) expect(kept).not.toContain(key)
  })
})
