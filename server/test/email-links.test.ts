import { openDesk, type Desk } from './kit/desk'

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

  it('are guessed at sixty times a minute at most, and a good one has to wait then, too', async () => {
    const email = 'b@example.com'
    const { body } = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
    await post('/hserve/v2.0/user/email-verify/', {}, body.token)
    const token = linkIn('verify')
    desk.clock.advance(60_000)
    const guess = async (nth: number) => (await post(VERIFY, { token: `guess-${nth}` })).status
    for (let nth = 1; nth <= 60; nth += 1) expect(await guess(nth)).toBe(404)
    expect(await guess(61)).toBe(429)
    expect((await post(VERIFY, { token })).status).toBe(429)
    desk.clock.advance(120_000)
    expect((await post(VERIFY, { token })).status).toBe(200)
  })
})
