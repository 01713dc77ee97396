import { hash } from '@node-rs/argon2'
import { openDesk, type Desk } from './kit/desk'

jest.mock('@node-rs/argon2', () => {
  const argon2 = jest.requireActual<typeof import('@node-rs/argon2')>('@node-rs/argon2')
  return { ...argon2, hash: jest.fn(argon2.hash) }
})

const VERIFY = '/ext/v1/email/verify/'
const RESET = '/ext/v1/email/reset/'
const PASSWORD = 'correct horse battery'

describe('with a web build, mailed links', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk({ WEB_APP_URL: 'https://app.example.com/starter/' })
  })
  afterAll(() => desk.close())

  const post = (path: string, body: object, token?: string) =>
    desk.call('POST', path, { body, ...(token !== undefined && { token }) })
  const newest = () => desk.wechat.platform.outbox.mails().at(-1)?.text ?? ''
  const linkIn = (purpose: string) =>
    new RegExp(
      `^https://app\\.example\\.com/starter/#/pages/web/${purpose}/index\\?token=([\\w-]{43})$`,
      'm',
    ).exec(newest())?.[1] ?? ''

  it('open its pages, with the token behind the #, where it works once', async () => {
    const email = 'a@example.com'
    const { body } = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
    await post('/hserve/v2.0/user/email-verify/', {}, body.token)
    expect((await post(VERIFY, { token: linkIn('verify') })).status).toBe(200)

    await post('/hserve/v2.0/user/password/reset/', { email })
    await desk.context.background.settled()
    const reset = { token: linkIn('reset'), password: 'another horse battery' }
    expect((await post(RESET, reset)).status).toBe(200)
    expect((await post(RESET, reset)).status).toBe(404)
  })

  it('work, whoever asked for them: a mailbox that got its share of resets holds good links', async () => {
    const email = 'c@example.com'
    const { body } = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
    await post('/hserve/v2.0/user/email-verify/', {}, body.token)
    await post(VERIFY, { token: linkIn('verify') })
    const statuses: number[] = []
    for (let nth = 0; nth < 6; nth += 1)
      statuses.push((await post('/hserve/v2.0/user/password/reset/', { email })).status)
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429])
    await desk.context.background.settled()
    const reset = { token: linkIn('reset'), password: 'another horse battery' }
    expect((await post(RESET, reset)).status).toBe(200)
  })

  it('pass though somebody guesses at them from the same address, which costs no hash', async () => {
    const email = 'b@example.com'
    const { body } = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
    await post('/hserve/v2.0/user/email-verify/', {}, body.token)
    const token = linkIn('verify')
    jest.mocked(hash).mockClear()
    for (let nth = 1; nth <= 70; nth += 1) {
      expect((await post(VERIFY, { token: `guess-${nth}` })).status).toBe(404)
      const reset = { token: `guess-${nth}`, password: 'another horse battery' }
      expect((await post(RESET, reset)).status).toBe(404)
    }
    expect(hash).not.toHaveBeenCalled()
    expect((await post(VERIFY, { token })).status).toBe(200)
  })
})
