import { sql } from 'drizzle-orm'
import { openTestServer, type Answer, type TestServer } from '../kit/test-server'
import { mailedCode } from '../kit/mailed-code'
import { phoneInHand, type PhoneInHand } from '../kit/phone-in-hand'
import { sendForm } from '../kit/send-form'
import { photo } from '../kit/storage'

const PASSWORD = 'a horse of another colour'
const PHONE = '13512345678'
const KEPT = { 'x-hydrogen-client-sdk-type': 'file' }

let server: TestServer
let hand: PhoneInHand
let log: jest.SpyInstance
/** What was secret in the run, by what it is. */
const secrets: Record<string, string> = {}
const answers: Answer[] = []
/** What the database held while a code or link that is used later was good. */
const earlierRows: string[] = []

const call: TestServer['call'] = async (...request) => {
  const answer = await server.call(...request)
  answers.push(answer)
  return answer
}

/** One run through everything that handles a secret, each used and each refused once. */
const run = async () => {
  const { outbox } = server.wechat.platform
  secrets['login code'] = hand.code('alice')
  secrets['AppSecret'] = server.context.settings.wechat.secret
  const silent = { body: { code: secrets['login code'] } }
  const signedIn = await call('POST', '/hserve/v2.5/idp/wechat/silent-login/', silent)
  await call('POST', '/hserve/v2.5/idp/wechat/silent-login/', silent)
  const token = String(signedIn.body.token)
  secrets['token'] = token
  const sessionKey = server.wechat.platform.sessionKeyOf('alice', 'touristappid')
  secrets['session_key'] = String(sessionKey)

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
  secrets['mailed code'] = mailedCode(server)
  secrets['mailed code without hyphen'] = mailedCode(server).replace('-', '')
  earlierRows.push(await rows())

  const stranger = { body: { code: hand.code('bob'), create_user: false } }
  const unlinked = await call('POST', '/hserve/v2.5/idp/wechat/silent-login/', stranger)
  secrets['link ticket'] = String(unlinked.body.link_ticket)
  await call('POST', '/hserve/v2.4/idp/wechat/user-associate/', {
    body: { link_ticket: secrets['link ticket'] },
    token,
  })
  await call('GET', '/ext/v1/account/export/', { token })
  await call('GET', '/ext/v1/sessions/', { token })
  await uploadAndReset(token)
  await call('GET', '/metrics')
}

/** An upload whose file hides a place, and a reset of the password by its link. */
const uploadAndReset = async (token: string) => {
  const { outbox } = server.wechat.platform
  const permit = await call('POST', '/hserve/v2.1/upload/', { body: { filename: 'me.jpg' }, token })
  secrets['upload permit'] = String(permit.body.authorization)
  secrets['metadata of a picture'] = 'Pocket Phone'
  const picture = await photo()
  expect(picture.includes('Pocket Phone')).toBe(true)
  for (const authorization of ['made up', permit.body.authorization]) {
    answers.push(
      await sendForm(server, '/files/', { policy: permit.body.policy, authorization }, picture),
    )
  }

  const code = secrets['mailed code']
  const verify = { body: { code }, token, headers: KEPT }
  await call('POST', '/ext/v1/account/email/verify/', verify)
  const password = { body: { password: PASSWORD }, token }
  const presented = await call('POST', '/ext/v1/account/reauthenticate/', password)
  secrets['reauthentication'] = String(presented.body.reauthentication)
  await call('POST', '/hserve/v2.0/user/password/reset/', { body: { email: 'alice@example.com' } })
  await server.context.background.settled()
  secrets['reset link'] = /#(\S+)/.exec(outbox.mails().at(-1)?.text ?? '')?.[1] ?? ''
  earlierRows.push(await rows())
  const reset = { token: secrets['reset link'], password: 'a cow of another colour' }
  secrets['new password'] = reset.password
  await call('POST', '/ext/v1/email/reset/', { body: { ...reset, password: 'short' } })
  await call('POST', '/ext/v1/email/reset/', { body: reset })
  await call('POST', '/ext/v1/email/reset/', { body: reset })
}

// As a whole word: six digits may well stand inside a hash or a time.
const asWord = (value: string) =>
  new RegExp(`(?<![\\w-])${value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`)

const rows = async (): Promise<string> => {
  const { db } = server.context
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
  server = await openTestServer({ LOG_LEVEL: 'trace' })
  hand = phoneInHand(server)
  await run()
}, 120_000)
afterAll(async () => {
  await server.close()
  log.mockRestore()
})

/** The names of those whose value stands in `text`. */
const found = (values: Readonly<Record<string, string>>, text: string): string[] =>
  Object.entries(values).flatMap(([name, value]) => (asWord(value).test(text) ? [name] : []))

const logged = () => log.mock.calls.map(([line]) => String(line)).join('')

describe('a secret', () => {
  it('every secret was used by this run in each of its ways', () => {
    expect(answers.map(({ status }) => status)).toEqual([
      201, 400, 200, 400, 200, 400, 200, 400, 201, 404, 400, 200, 200, 200, 403, 200, 200, 200, 201,
      400, 200, 404, 200,
    ])
    for (const value of Object.values(secrets)) expect(value.length).toBeGreaterThan(5)
  })

  it('a secret stands in no line of the log, nor does the phone number', () => {
    expect(logged()).toContain('/hserve/v2.2/user/account/')
    expect(found({ ...secrets, phone: PHONE }, logged())).toEqual([])
  })

  it('a value in the path or query of a request stands in no line of the log, wherever the path leads', async () => {
    const [id, value, word] = ['135123456780001', 'someone@example.com', 'secretvalue']
    const paths = [
      `/hserve/v2.5/user/info/${value}/`,
      `/hserve/v2.0/user/info/${id}?${value}`,
      `/ext/v1/notes/shared/${id}0000000/`,
      `/files/${value}?${id}`,
      `/hserve/v9/${value}/${id}`,
      `/alice/${word}`,
      `/hserve/v2.0/login/email/${word}.com/`,
    ]
    for (const path of paths) await server.call('GET', path)
    expect(logged()).toContain('/hserve/v2.5/user/info/:id/')
    expect(logged()).toContain('/hserve/v9/…/…')
    expect(logged()).toContain('/hserve/v2.1/login/email/…/')
    expect(logged()).not.toMatch(new RegExp(`${id}|${value}|alice/|${word}`))
  })

  it('a secret stands in no row of the database in clear, nor does the phone number', async () => {
    const text = await rows()
    expect(text).toContain('alice@example.com')
    expect(text).toContain('reset_password')
    expect(earlierRows).toHaveLength(2)
    const kept = { ...secrets, phone: PHONE }
    expect([...earlierRows, text].flatMap((held) => found(kept, held))).toEqual([])
  })

  it('a secret is returned to no one, but for the token, the ticket and the permit to the person they are for', () => {
    const { token, 'link ticket': ticket, 'upload permit': permit, ...more } = secrets
    const { reauthentication, ...others } = more
    const bodies = answers.map(({ body }) => JSON.stringify(body))
    expect(bodies.join()).toContain('http_request_duration_seconds')
    expect(found(others, bodies.join())).toEqual([])
    for (const value of [token, ticket, permit, reauthentication]) {
      expect(bodies.filter((body) => value !== undefined && body.includes(value))).toHaveLength(1)
    }
  })

  it('a secret would be found, were it answered, logged or kept', async () => {
    const { db } = server.context
    const planted = Object.values(secrets).join(' ')
    const names = Object.keys(secrets).sort()
    server.app.log.info({ planted }, 'planted on purpose')
    expect(found(secrets, logged()).sort()).toEqual(names)
    await db.execute(sql`update users set nickname = ${planted}`)
    expect(found(secrets, await rows()).sort()).toEqual(names)
    expect(found(secrets, JSON.stringify({ body: planted })).sort()).toEqual(names)
  })
})
