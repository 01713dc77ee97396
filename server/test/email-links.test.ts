import { openDesk, type Desk } from './kit/desk'
import { mailedCode } from './kit/mailed-code'

const VERIFY = '/ext/v1/account/email/verify/'
const RESET = '/ext/v1/email/reset/'
const PASSWORD = 'correct horse battery'

describe('with a web build, letters', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk({ WEB_APP_URL: 'https://app.example.com/starter/' })
  })
  afterAll(() => desk.close())

  const post = (path: string, body: object, token?: string) =>
    desk.call('POST', path, { body, ...(token !== undefined && { token }) })
  const newest = () => desk.wechat.platform.outbox.mails().at(-1)?.text ?? ''
  const verified = async (email: string) => {
    const { body } = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
    await post('/hserve/v2.0/user/email-verify/', {}, body.token)
    return post(VERIFY, { code: mailedCode(desk) }, body.token)
  }

  it('lead to the page that asks for the code, without the code in the address', async () => {
    const email = 'a@example.com'
    const { body } = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
    await post('/hserve/v2.0/user/email-verify/', {}, body.token)
    expect(newest()).toMatch(
      /^https:\/\/app\.example\.com\/starter\/#\/pages\/web\/verify\/index$/m,
    )
    expect((await post(VERIFY, { code: mailedCode(desk) }, body.token)).status).toBe(200)
  })

  it('lead to the page that resets a password, with a token behind the # that works once', async () => {
    const email = 'b@example.com'
    await verified(email)
    await post('/hserve/v2.0/user/password/reset/', { email })
    await desk.context.background.settled()
    const [, token] =
      /^https:\/\/app\.example\.com\/starter\/#\/pages\/web\/reset\/index\?token=([\w-]{43})$/m.exec(
        newest(),
      ) ?? []
    const reset = { token, password: 'another horse battery' }
    expect((await post(RESET, reset)).status).toBe(200)
    expect((await post(RESET, reset)).status).toBe(404)
  })
})
