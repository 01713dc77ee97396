import { sql } from 'drizzle-orm'
import { openDesk, type Answer, type Desk } from './kit/desk'
import { phoneInHand, type PhoneInHand } from './kit/phone-in-hand'

const PASSWORD = 'a horse of another colour'
const PHONE = '13512345678'
const KEPT = { 'x-hydrogen-client-sdk-type': 'file' }

let desk: Desk
let hand: PhoneInHand
let log: jest.SpyInstance
/** What was secret in the run, by what it is. */
const secrets: Record<string, string> = {}
const answers: Answer[] = []

const call: Desk['call'] = async (...request) => {
  const answer = await desk.call(...request)
  answers.push(answer)
  return answer
}

/** One run through everything that handles a secret, each used and each refused once. */
const run = async () => {
  const { outbox } = desk.wechat.platform
  secrets['login code'] = hand.code('alice')
  const silent = { body: { code: secrets['login code'] } }
  const signedIn = await call('POST', '/hserve/v2.5/idp/wechat/silent-login/', silent)
  await call('POST', '/hserve/v2.5/idp/wechat/silent-login/', silent)
  const token = String(signedIn.body.token)
  secrets['token'] = token

  const button = hand.phoneButton('alice', PHONE)
  secrets['phone code'] = button.phone_code
  const bind = { body: button, token, headers: KEPT }
  await call('PUT', '/hserve/v2.7/idp/wechat/phone-verification/', bind)
  await call('PUT', '/hserve/v2.7/idp/wechat/phone-verification/', bind)

  await call('POST', '/hserve/v2.2/sms-verification-code/', { body: { phone: PHONE } })
  secrets['sms code'] = /\d{6}/.exec(outbox.sms().at(-1)?.text ?? '')?.[0] ?? ''
  const wrong = { phone: PHONE, code: '1' }
  await call('POST', '/hserve/v1.8/sms-verification-code/verify/', { body: wrong })

  secrets['password'] = PASSWORD
  const account = { email: 'alice@example.com', new_password: PASSWORD }
  await call('PUT', '/hserve/v2.2/user/account/', { body: account, token, headers: KEPT })
  await call('POST', '/hserve/v2.1/login/email/', {
    body: { email: 'alice@example.com', password: `${PASSWORD}?` },
  })
  await call('POST', '/hserve/v2.0/user/email-verify/', { body: {}, token })
  secrets['link'] = /#(\S+)/.exec(outbox.mails().at(-1)?.text ?? '')?.[1] ?? ''

  const stranger = { body: { code: hand.code('bob'), create_user: false } }
  const unlinked = await call('POST', '/hserve/v2.5/idp/wechat/silent-login/', stranger)
  secrets['link ticket'] = String(unlinked.body.link_ticket)
  await call('POST', '/hserve/v2.4/idp/wechat/user-associate/', {
    body: { link_ticket: secrets['link ticket'] },
    token,
  })
  await call('GET', '/ext/v1/account/export/', { token })
  await call('GET', '/ext/v1/sessions/', { token })
}

// As a whole word: six digits may well stand inside a hash or a time.
const asWord = (value: string) =>
  new RegExp(`(?<![\\w-])${value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`)

const rows = async (): Promise<string> => {
  const { db } = desk.context
  const tables = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  )
  const texts = await Promise.all(
    tables.rows.map(({ name }) => db.execute(sql`select t::text from ${sql.identifier(name)} t`)),
  )
  return JSON.stringify(texts.map((result) => result.rows))
}

beforeAll(async () => {
  log = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
  desk = await openDesk({ LOG_LEVEL: 'trace' })
  hand = phoneInHand(desk)
  await run()
}, 30_000)
afterAll(async () => {
  await desk.close()
  log.mockRestore()
})

describe('a secret', () => {
  it('was used by this run in every way', () => {
    expect(answers.map(({ status }) => status)).toEqual([
      201, 400, 200, 400, 200, 400, 200, 400, 201, 404, 400, 200, 200,
    ])
    for (const value of Object.values(secrets)) expect(value.length).toBeGreaterThan(5)
  })

  it('stands in no line of the log, nor does the phone number', () => {
    const lines = log.mock.calls.map(([line]) => String(line)).join('')
    expect(lines).toContain('/hserve/v2.2/user/account/')
    for (const value of [...Object.values(secrets), PHONE]) expect(lines).not.toMatch(asWord(value))
  })

  it('stands in no row of the database in clear, nor does the phone number', async () => {
    const text = await rows()
    expect(text).toContain('alice@example.com')
    for (const value of [...Object.values(secrets), PHONE]) expect(text).not.toMatch(asWord(value))
  })

  it('is told to nobody, but for the token and the ticket to whom they are for', () => {
    const { token, 'link ticket': ticket, ...others } = secrets
    const bodies = answers.map(({ body }) => JSON.stringify(body))
    for (const value of Object.values(others)) expect(bodies.join()).not.toMatch(asWord(value))
    for (const value of [token, ticket])
      expect(bodies.filter((body) => value !== undefined && body.includes(value))).toHaveLength(1)
  })
})
