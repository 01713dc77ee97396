import { serverForFile } from '../../kit/server-for-file'
import { mailedCode } from '../../kit/mailed-code'
import { textedCode } from '../../kit/texted-code'

const PASSWORD = 'correct horse battery'
const LATER_MS = 10 * 60_000 + 1

const { server, hand } = serverForFile()

const post = (path: string, body: object, token: string, headers: Record<string, string> = {}) =>
  server.call('POST', path, { body, token, headers })

/** The header of a re-authentication by the password. */
const reauthenticated = async (token: string) => {
  const answer = await post('/ext/v1/account/reauthenticate/', { password: PASSWORD }, token)
  return { 'x-reauthentication': String(answer.body.reauthentication) }
}

const typed = async (token: string, body: object): Promise<string> => {
  const answer = await server.call('PUT', '/hserve/v2.2/user/account/', { body, token })
  expect(answer.status).toBe(200)
  return String(answer.body.token)
}

/** Verifies the address that is typed, with a code mailed to it now. */
const verifyMail = async (token: string, headers: Record<string, string> = {}) => {
  expect((await post('/hserve/v2.0/user/email-verify/', {}, token)).status).toBe(201)
  return post('/ext/v1/account/email/verify/', { code: mailedCode(server) }, token, headers)
}

/** Verifies a number by a code sent to it now. */
const verifyPhone = async (
  token: string,
  to: string,
  { how, headers }: { how: 'typed' | 'in one step'; headers?: Record<string, string> },
) => {
  await post('/hserve/v2.2/sms-verification-code/', { phone: to }, token)
  const body = { code: textedCode(server), ...(how === 'in one step' && { phone: to }) }
  return post('/hserve/v2.1/sms-phone-verification/', body, token, headers)
}

const REFUSED = { status: 403, body: { error_code: 'reauthentication_required' } }

describe('a waiting address', () => {
  it('a waiting address is not verified by a session alone, ten minutes after the sign-in', async () => {
    const registered = await hand.register('mia')
    const first = await typed(registered.token, { email: 'mia@example.com' })
    const verified = await verifyMail(first)
    const token = await typed(verified.body.token, { email: 'mia-2@example.com' })
    server.clock.advance(LATER_MS)
    expect(await verifyMail(token)).toMatchObject(REFUSED)
    expect(await verifyMail(token, await reauthenticated(token))).toMatchObject({
      status: 200,
      body: { _email: 'mia-2@example.com', _email_verified: true },
    })
  })
})

describe('a number that replaces a verified one', () => {
  it.each(['typed', 'in one step'] as const)(
    'a number that replaces a verified one is not verified by a session alone, ten minutes after the sign-in: %s',
    async (how) => {
      const [name, old, next] =
        how === 'typed'
          ? ['nia', '13900000051', '13900000052']
          : ['pia', '13900000061', '13900000062']
      const registered = await hand.register(name)
      const first = await typed(registered.token, { phone: old })
      const verified = String((await verifyPhone(first, old, { how: 'typed' })).body.token)
      const token = how === 'typed' ? await typed(verified, { phone: next }) : verified
      server.clock.advance(LATER_MS)
      expect(await verifyPhone(token, next, { how })).toMatchObject(REFUSED)
      server.clock.advance(LATER_MS)
      const headers = await reauthenticated(token)
      const again = await verifyPhone(token, next, { how, headers })
      expect(again).toMatchObject({ status: 200, body: { expires_in: 2592000 } })
    },
  )
})
