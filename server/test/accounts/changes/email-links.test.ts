import { hash } from '../../../src/security/hash-threads'
import { openTestServer, type TestServer } from '../../kit/test-server'
import { mailedCode } from '../../kit/mailed-code'

jest.mock('../../../src/security/hash-threads', () => {
  const threads = jest.requireActual<typeof import('../../../src/security/hash-threads')>(
    '../../../src/security/hash-threads',
  )
  return { ...threads, hash: jest.fn(threads.hash) }
})

const VERIFY = '/ext/v1/account/email/verify/'
const RESET = '/ext/v1/email/reset/'
const PASSWORD = 'correct horse battery'

describe('with a web build, e-mails', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer({ WEB_APP_URL: 'https://app.example.com/starter/' })
  })
  afterAll(() => server.close())

  const post = (path: string, body: object, token?: string) =>
    server.call('POST', path, { body, ...(token !== undefined && { token }) })
  const newest = () => server.wechat.platform.outbox.mails().at(-1)?.text ?? ''
  const verified = async (email: string) => {
    const { body } = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
    await post('/hserve/v2.0/user/email-verify/', {}, body.token)
    return post(VERIFY, { code: mailedCode(server) }, body.token)
  }

  it('the mailed links lead to the page that asks for the code, without the code in the address', async () => {
    const email = 'a@example.com'
    const { body } = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
    await post('/hserve/v2.0/user/email-verify/', {}, body.token)
    expect(newest()).toMatch(
      /^https:\/\/app\.example\.com\/starter\/#\/pages\/web\/verify\/index$/m,
    )
    expect((await post(VERIFY, { code: mailedCode(server) }, body.token)).status).toBe(200)
  })

  it('the mailed links lead to the page that resets a password, with a token behind the # that works once', async () => {
    const email = 'b@example.com'
    await verified(email)
    await post('/hserve/v2.0/user/password/reset/', { email })
    await server.context.background.settled()
    const [, token] =
      /^https:\/\/app\.example\.com\/starter\/#\/pages\/web\/reset\/index\?token=([\w-]{43})$/m.exec(
        newest(),
      ) ?? []
    const reset = { token, password: 'another horse battery' }
    expect((await post(RESET, reset)).status).toBe(200)
    expect((await post(RESET, reset)).status).toBe(404)
  })

  const resetToken = () => /reset\/index\?token=([\w-]{43})$/m.exec(newest())?.[1] ?? ''

  it('the mailed links stay good, no matter who asked for them and however often', async () => {
    const email = 'c@example.com'
    await verified(email)
    const statuses: number[] = []
    for (let nth = 0; nth < 6; nth += 1) {
      statuses.push((await post('/hserve/v2.0/user/password/reset/', { email })).status)
    }
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429])
    await server.context.background.settled()
    const reset = { token: resetToken(), password: 'another horse battery' }
    expect((await post(RESET, reset)).status).toBe(200)
  })

  it('the mailed links pass though their tokens are guessed at from the same address, which costs no hash', async () => {
    const email = 'd@example.com'
    await verified(email)
    await post('/hserve/v2.0/user/password/reset/', { email })
    await server.context.background.settled()
    const token = resetToken()
    jest.mocked(hash).mockClear()
    const password = 'another horse battery'
    for (let nth = 1; nth <= 70; nth += 1) {
      expect((await post(RESET, { token: `guess-${nth}`, password })).status).toBe(404)
    }
    expect(hash).not.toHaveBeenCalled()
    expect((await post(RESET, { token, password })).status).toBe(200)
  })
})
