/** @jest-environment <rootDir>/test/setup/browser-page.ts */
import { loadWebSdk } from './kit/sdk'
import { openWorld } from './kit/world'

const password = 'correct horse battery'

/**
 * Expectations: vendor's documents on accounts and files; docs/protocol.md 2 (web: every call preflighted), 1.2
 * and 1.3. The page is at another origin than the server, so each call here passes CORS, too.
 */
describe('the vendor’s web build, in a page', () => {
  const world = openWorld()
  const openPage = () => {
    localStorage.clear()
    const BaaS = loadWebSdk()
    BaaS.init(world.clientId, { host: world.server })
    return BaaS
  }
  const linkTo = async (email: string): Promise<string> => {
    const mail = (await world.wechat.messages(email)).at(-1)
    return /#(\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
  }
  const open = (purpose: string, body: object) =>
    fetch(`${world.server}/ext/v1/email/${purpose}/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  it('the vendor’s web build is at an origin of its own', () => {
    expect(location.origin).not.toBe(world.server)
  })

  it('the vendor’s web build registers, reads its user, signs out and in again', async () => {
    const { auth } = openPage()
    const made = await auth.register({ username: 'web-alice', password })
    expect(made.toJSON()).toMatchObject({ _username: 'web-alice', _anonymous: false })
    expect((await auth.getCurrentUser()).id).toBe(made.id)

    await auth.logout()
    await expect(auth.getCurrentUser()).rejects.toMatchObject({ code: 604 })
    expect((await auth.login({ username: 'web-alice', password })).id).toBe(made.id)
    const reloaded = loadWebSdk()
    reloaded.init(world.clientId, { host: world.server })
    expect((await reloaded.auth.getCurrentUser()).id).toBe(made.id)
  })

  it('the vendor’s web build reports a wrong password in the server’s words', async () => {
    await openPage().auth.register({ username: 'web-bob', password })
    const wrong = openPage().auth.login({ username: 'web-bob', password: 'not that one' })
    await expect(wrong).rejects.toMatchObject({
      code: 400,
      message: expect.stringContaining('Incorrect username or password.'),
    })
  })

  it('the vendor’s web build keeps the id of an anonymous visitor who registers', async () => {
    const { auth } = openPage()
    const visitor = await auth.anonymousLogin()
    const member = await auth.register({ username: 'web-carol', password })
    expect([member.id, member._anonymous]).toEqual([visitor.id, false])
  })

  it('the vendor’s web build verifies an e-mail address by a code and resets the password by a link', async () => {
    const email = 'web-dave@example.com'
    const { auth } = openPage()
    const user = await auth.register({ email, password })
    await user.requestEmailVerification()
    const kept = Object.values({ ...localStorage }).find((text) => /[\w-]{43}/.test(text)) ?? ''
    const [token = ''] = /[\w-]{43}/.exec(kept) ?? []
    expect(await world.typeMailedCode(token, email)).toBe(200)
    expect((await auth.getCurrentUser())._email_verified).toBe(true)

    const before = await linkTo(email)
    await auth.requestPasswordReset({ email })
    // That e-mail leaves after the answer.
    let link = before
    while (link === before) link = await linkTo(email)
    const fresh = 'another horse battery'
    expect((await open('reset', { token: link, password: fresh })).status).toBe(200)
    expect((await openPage().auth.login({ email, password: fresh })).id).toBe(user.id)
  })

  it('the vendor’s web build signs in by text message', async () => {
    const phone = '13800000391'
    const BaaS = openPage()
    await BaaS.sendSmsCode({ phone })
    const [code = ''] = /\d{6}/.exec((await world.wechat.messages(phone)).at(-1)?.text ?? '') ?? []
    const user = await BaaS.auth.loginWithSmsVerificationCode(phone, code)
    expect(user.toJSON()).toMatchObject({ _phone: phone, _phone_verified: true })
  })

  it('the vendor’s web build has no WeChat: linkWechat is refused by the build itself', async () => {
    const { auth } = openPage()
    const user = await auth.register({ username: 'web-erin', password })
    await expect(Promise.resolve().then(() => user.linkWechat())).rejects.toMatchObject({
      code: 605,
    })
  })
})
