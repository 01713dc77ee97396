import { serverForFile } from '../kit/server-for-file'
import { mailedCode } from '../kit/mailed-code'
import { textedCode } from '../kit/texted-code'

const PASSWORD = 'correct horse battery'
const ACCOUNT = '/hserve/v2.2/user/account/'
const SILENT = '/hserve/v2.5/idp/wechat/silent-login/'
const LINK = '/hserve/v2.4/idp/wechat/user-associate/'
const RESET = '/ext/v1/email/reset/'

const { server, hand } = serverForFile()

const post = (path: string, body: object, token?: string) =>
  server.call('POST', path, { body, ...(token !== undefined && { token }) })
const change = (body: object, token: string) => server.call('PUT', ACCOUNT, { body, token })
const smsCode = async (phone: string) => {
  await post('/hserve/v2.2/sms-verification-code/', { phone })
  return textedCode(server)
}
const signInBySms = async (phone: string) =>
  post('/hserve/v2.1/login/sms/', { phone, code: await smsCode(phone) })
const verifyEmail = async (token: string) => {
  await post('/hserve/v2.0/user/email-verify/', {}, token)
  const { body } = await post('/ext/v1/account/email/verify/', { code: mailedCode(server) }, token)
  return String(body.token)
}
const resetToken = async (email: string) => {
  await post('/hserve/v2.0/user/password/reset/', { email })
  await server.context.background.settled()
  const text = server.wechat.platform.outbox.mails().at(-1)?.text ?? ''
  return /\/ext\/v1\/email\/reset\/#(\S+)/.exec(text)?.[1]
}

describe('what someone only claims', () => {
  it('a claim opens nothing for the person who verifies it: no account that others prepared is entered', async () => {
    const phone = '13811110001'
    const attacker = await hand.register('prepared-trap')
    const linked = await post(LINK, { code: hand.code('trapper') }, attacker.token)
    const trap = await change({ phone }, linked.body.token)

    const victim = await signInBySms(phone)
    expect(victim.body.id).not.toBe(attacker.user.id)
    const silent = await post(SILENT, { code: hand.code('trapper') })
    expect(silent.body.user_info.id).toBe(attacker.user.id)
    expect(await hand.read(attacker.user.id, silent.body.token)).toMatchObject({ _phone: null })
    expect(trap.status).toBe(200)
  })

  it('a claim is no obstacle: its owner registers, verifies and signs in by it', async () => {
    const email = 'wanted@example.com'
    const claimant = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
    const owner = await post('/hserve/v2.1/register/email/', {
      email,
      password: 'quite another horse',
    })
    expect([claimant.status, owner.status]).toEqual([201, 201])
    await verifyEmail(owner.body.token)
    const login = (password: string) => post('/hserve/v2.1/login/email/', { email, password })
    expect((await login('quite another horse')).body.id).toBe(owner.body.id)
    expect((await login(PASSWORD)).status).toBe(400)
  })

  it('a claim opens its claimant’s own account until it is verified, no matter who else claims it', async () => {
    const email = 'claimed-twice@example.com'
    const first = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
    await post('/hserve/v2.1/register/email/', { email, password: 'quite another horse' })
    const login = await post('/hserve/v2.1/login/email/', { email, password: PASSWORD })
    expect(login.body.id).toBe(first.body.id)
  })

  it('a claim is tried against a password for five claimants, the oldest, so that claims do not slow a sign-in down', async () => {
    const email = 'claimed-often@example.com'
    const passwords = Array.from({ length: 6 }, (_, nth) => `correct horse battery ${nth}`)
    for (const password of passwords) {
      await post('/hserve/v2.1/register/email/', { email, password })
    }
    const statuses: number[] = []
    for (const password of passwords) {
      statuses.push((await post('/hserve/v2.1/login/email/', { email, password })).status)
    }
    expect(statuses).toEqual([201, 201, 201, 201, 201, 400])
  })
})

describe('a mailed link', () => {
  it('a mailed link is refused once the address it was sent to or the password has changed', async () => {
    const email = 'old-box@example.com'
    const registered = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
    const token = await verifyEmail(registered.body.token)
    const before = await resetToken(email)
    const moved = await change({ email: 'new-box@example.com' }, token)
    const reset = (link: unknown) => post(RESET, { token: link, password: 'taken over by mail' })
    expect((await reset(before)).status).toBe(404)

    const moreover = await verifyEmail(moved.body.token)
    const link = await resetToken('new-box@example.com')
    const renewed = { new_password: 'a fresh horse battery', password: PASSWORD }
    expect((await change(renewed, moreover)).status).toBe(200)
    expect((await reset(link)).status).toBe(404)
  })

  it('a mailed link that resets a password ends WeChat, the phone and every session, and says so', async () => {
    const email = 'recovered@example.com'
    const registered = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
    let token = await verifyEmail(registered.body.token)
    token = (await post(LINK, { code: hand.code('recovered') }, token)).body.token
    const bound = await server.call('PUT', '/hserve/v2.7/idp/wechat/phone-verification/', {
      body: hand.phoneButton('recovered', '13811110002'),
      token,
    })
    const link = await resetToken(email)
    const reset = await post(RESET, { token: link, password: 'sole possession again' })
    expect(reset.body).toEqual({
      status: 'ok',
      ended: { sessions: 1, wechat: true, phone: true },
    })
    await server.context.background.settled()
    const notified = server.wechat.platform.outbox.mails().filter(({ to }) => to === email)
    expect(notified.at(-1)?.text).toContain('the password was reset by mail')
    expect(await hand.read(registered.body.id, bound.body.token)).toBe(401)
    const silent = await post(SILENT, { code: hand.code('recovered'), create_user: false })
    expect(silent.status).toBe(404)
    expect((await signInBySms('13811110002')).body.id).not.toBe(registered.body.id)
  })
})
