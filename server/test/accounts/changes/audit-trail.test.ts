import { serverForFile } from '../../kit/server-for-file'
import { mailedCode } from '../../kit/mailed-code'

const ACCOUNT = '/hserve/v2.2/user/account/'
const PHONE = '/hserve/v2.7/idp/wechat/phone-verification/'

const { server, hand } = serverForFile({ WEB_APP_URL: 'https://app.example.com/' })

/** The kinds of what the trail holds about the caller, without the export that asks. */
const trail = async (token: string): Promise<readonly string[]> => {
  const { body } = await server.call('GET', '/ext/v1/account/export/', { token })
  const kinds = body.audit.map(({ kind }: { kind: string }) => kind)
  return kinds.filter((kind: string) => kind !== 'exported')
}
const change = (token: string, body: object) =>
  server.call('PUT', ACCOUNT, { body, token, headers: { 'x-hydrogen-client-sdk-type': 'file' } })

describe('the audit trail', () => {
  it('the audit trail remembers that an e-mail address was changed, and that it was verified', async () => {
    const { token } = await hand.register('alice')
    await change(token, { email: 'alice@example.com' })
    expect(await trail(token)).toEqual(['registered', 'changed_email'])

    await server.call('POST', '/hserve/v2.0/user/email-verify/', { body: {}, token })
    const verified = await server.call('POST', '/ext/v1/account/email/verify/', {
      body: { code: mailedCode(server) },
      token,
      headers: { 'x-hydrogen-client-sdk-type': 'file' },
    })
    expect(verified.status).toBe(200)
    expect(await trail(token)).toEqual(['registered', 'changed_email', 'verified_email'])
  })

  it('the audit trail remembers that a phone number was typed, and that the phone button returned one', async () => {
    const typed = await hand.register('ben')
    await change(typed.token, { phone: '13500000001' })
    expect(await trail(typed.token)).toContain('changed_phone')

    const { token } = await hand.signIn('carol')
    const bound = await server.call('PUT', PHONE, { body: hand.phoneButton('carol'), token })
    expect(bound.status).toBe(200)
    expect(await trail(bound.body.token ?? token)).toContain('changed_phone')
  })

  it('the audit trail remembers every part of a change that is one request, and nothing of a refused one', async () => {
    const { token } = await hand.register('dan')
    const refused = await change(token, { phone: '13500000002', email: 'no address' })
    expect(refused.status).toBe(400)
    expect(await trail(token)).toEqual(['registered'])

    await change(token, { phone: '13500000002', email: 'dan@example.com', username: 'daniel' })
    const kinds = ['changed_email', 'changed_phone', 'changed_username']
    expect([...(await trail(token))].sort()).toEqual([...kinds, 'registered'])
  })

  it('the audit trail remembers that the owner has ended a session, and all others', async () => {
    const { token } = await hand.register('erin')
    await server.call('POST', '/ext/v1/sessions/end-others/', { body: {}, token })
    expect(await trail(token)).toEqual(['registered', 'ended_sessions'])

    const { body } = await server.call('GET', '/ext/v1/sessions/', { token })
    const [own] = body.objects
    const other = await server.call('POST', '/hserve/v2.1/login/username/', {
      body: { username: 'erin', password: 'correct horse battery' },
    })
    await server.call('DELETE', `/ext/v1/sessions/${own.id}/`, { token: other.body.token })
    expect(await trail(other.body.token)).toEqual([
      ...['registered', 'ended_sessions'],
      ...['signed_in', 'ended_sessions'],
    ])
  })
})
