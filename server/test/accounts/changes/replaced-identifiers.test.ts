import { eq } from 'drizzle-orm'
import { users } from '../../../src/db/schema'
import { revokeAuthorization } from '../../../src/wechat-push/revocation'
import { mailedCode } from '../../kit/mailed-code'
import { serverForFile } from '../../kit/server-for-file'
import { textedCode } from '../../kit/texted-code'

const PASSWORD = 'correct horse battery'
const ACCOUNT = '/hserve/v2.2/user/account/'
const SDK = { 'x-hydrogen-client-sdk-type': 'file' }

const { server, hand } = serverForFile()

const post = (path: string, body: object, token?: string) =>
  server.call('POST', path, { body, ...(token !== undefined && { token }) })
const change = (body: object, token: string, headers: Record<string, string> = {}) =>
  server.call('PUT', ACCOUNT, { body, token, headers })
const verifyMailed = async (token: string) => {
  await post('/hserve/v2.0/user/email-verify/', {}, token)
  return post('/ext/v1/account/email/verify/', { code: mailedCode(server) }, token)
}
const smsCode = async (phone: string) => {
  server.clock.advance(61_000)
  await post('/hserve/v2.2/sms-verification-code/', { phone })
  return textedCode(server)
}
const mails = async (to: string) => {
  await server.context.background.settled()
  return server.wechat.platform.outbox.mails().filter((mail) => mail.to === to)
}
const signInBy = (email: string) => post('/hserve/v2.1/login/email/', { email, password: PASSWORD })

/** Resets the password by the link that was mailed last. */
const reset = async (email: string) => {
  await post('/hserve/v2.0/user/password/reset/', { email })
  const [, token] = /#([\w-]{43})$/m.exec((await mails(email)).at(-1)?.text ?? '') ?? []
  return post('/ext/v1/email/reset/', { token, password: 'another horse battery' })
}

let owners = 0
/** An account whose only name is a verified address. */
const openByMail = async () => {
  owners += 1
  const email = `owner-${owners}@example.com`
  const { body } = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
  const verified = await verifyMailed(String(body.token))
  return { id: Number(body.user_id), email, token: String(verified.body.token) }
}

/** An account whose only name is a verified number. */
const openByPhone = async () => {
  owners += 1
  const phone = `1392000${String(owners).padStart(4, '0')}`
  const { body } = await post('/hserve/v2.1/login/sms/', { phone, code: await smsCode(phone) })
  return { id: Number(body.user_id), phone, token: String(body.token) }
}

describe('a verified address in whose place another one was typed', () => {
  it('a verified address goes on opening its account until the one typed in its place is verified', async () => {
    const { id, email, token } = await openByMail()
    const typed = `typed-${id}@example.com`
    const { body } = await change({ email: typed }, token)
    expect(body).toMatchObject({ _email: typed, _email_verified: false, email_verified: false })
    expect((await signInBy(email)).body.id).toBe(id)
    expect((await signInBy(typed)).status).toBe(400)

    const { body: moved } = await verifyMailed((await signInBy(email)).body.token)
    expect(moved).toMatchObject({ id, _email: typed, _email_verified: true })
    expect((await signInBy(email)).status).toBe(400)
    expect((await signInBy(typed)).body.id).toBe(id)
    expect((await mails(email)).at(-1)?.text).toContain('the e-mail address was changed')
  })

  it('a verified address recovers its account from one that was mistyped, or typed by a thief, in its place', async () => {
    const { id, email, token } = await openByMail()
    const changed = await change({ email: `thief-${id}@example.com` }, token)
    await post('/hserve/v2.0/user/email-verify/', {}, changed.body.token)
    const code = mailedCode(server)
    expect((await mails(email)).at(-1)?.text).toContain('a new e-mail address was entered')
    expect((await reset(email)).status).toBe(200)
    const login = { email, password: 'another horse battery' }
    const { body } = await post('/hserve/v2.1/login/email/', login)
    expect(body).toMatchObject({ id, _email: email, _email_verified: true })
    const late = await post('/ext/v1/account/email/verify/', { code }, changed.body.token)
    expect(late.status).toBe(401)
  })

  it('a verified address that is the only sign-in method may have another one typed in its place', async () => {
    const { id, email, token } = await openByMail()
    const { db } = server.context
    await db.update(users).set({ passwordHash: null }).where(eq(users.id, id))
    expect((await change({ email: `only-${id}@example.com` }, token)).status).toBe(200)
    expect((await reset(email)).status).toBe(200)
  })

  it('a verified address is meant again once the one typed in its place is taken back, and both go with null', async () => {
    const { id, email, token } = await openByMail()
    await change({ email: `typed-${id}@example.com` }, token, SDK)
    const back = await change({ email }, token, SDK)
    expect(back.body).toMatchObject({ _email: email, _email_verified: true })
    await change({ email: `typed-${id}@example.com`, username: `owner${id}` }, token, SDK)
    const gone = await change({ email: null }, token, SDK)
    expect(gone.body).toMatchObject({ _email: null, _email_verified: false })
    expect((await signInBy(email)).status).toBe(400)
  })

  it('an address that two accounts typed in the place of their own is taken from one when the other verifies it', async () => {
    const one = await openByMail()
    const other = await openByMail()
    const email = `wanted-${one.id}@example.com`
    const first = await change({ email }, one.token)
    await change({ email }, other.token, SDK)
    expect((await verifyMailed(String(first.body.token))).status).toBe(200)
    expect(await hand.read(other.id, other.token)).toMatchObject({
      _email: other.email,
      _email_verified: true,
    })
    expect((await change({ email }, other.token, SDK)).body.error_code).toBe('email_of_another')
  })

  it('a verified address stays in the export beside the one typed in its place', async () => {
    const { id, email, token } = await openByMail()
    await change({ email: `typed-${id}@example.com` }, token, SDK)
    const { body } = await server.call('GET', '/ext/v1/account/export/', { token })
    expect(body).toMatchObject({
      user: { _email: `typed-${id}@example.com` },
      verified_email: email,
      verified_phone: null,
    })
  })
})

describe('a verified number in whose place another one was typed', () => {
  it('a verified number goes on opening its account until the one typed in its place is verified', async () => {
    const { id, phone, token } = await openByPhone()
    const typed = `1392100${String(id % 10_000).padStart(4, '0')}`
    const { body } = await change({ phone: typed }, token)
    expect(body).toMatchObject({ _phone: typed, _phone_verified: false, phone_verified: false })
    const signIn = async (number: string) =>
      post('/hserve/v2.1/login/sms/', {
        phone: number,
        code: await smsCode(number),
        create_user: false,
      })
    const again = await signIn(phone)
    expect(again.body.id).toBe(id)
    expect((await signIn(typed)).status).toBe(404)

    const code = await smsCode(typed)
    await post('/hserve/v2.1/sms-phone-verification/', { code }, again.body.token)
    expect((await signIn(typed)).body).toMatchObject({ id, _phone: typed, _phone_verified: true })
    expect((await signIn(phone)).status).toBe(404)
  })

  it('a number typed in the place of a verified one is taken back when another person verifies it', async () => {
    const { id, phone, token } = await openByPhone()
    const typed = `1392200${String(id % 10_000).padStart(4, '0')}`
    await change({ phone: typed }, token, SDK)
    const code = await smsCode(typed)
    const verified = await post('/hserve/v2.1/login/sms/', { phone: typed, code })
    expect(verified.body.id).not.toBe(id)
    expect(await hand.read(id, token)).toMatchObject({ _phone: phone, _phone_verified: true })
  })

  it('a number typed in the place of one from WeChat stays, as a claim, when WeChat takes its own back', async () => {
    const { user, token } = await hand.signIn('typist')
    await server.call('PUT', '/hserve/v2.7/idp/wechat/phone-verification/', {
      body: hand.phoneButton('typist'),
      token,
      headers: SDK,
    })
    await change({ phone: '13923000001' }, token, SDK)
    await revokeAuthorization(server.context, hand.openid('typist'), ['8'])
    expect(await hand.read(user.id, token)).toMatchObject({
      _phone: '13923000001',
      _phone_verified: false,
    })
  })
})
