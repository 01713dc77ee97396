import { serverForFile } from '../../kit/server-for-file'
import { mailedCode } from '../../kit/mailed-code'

const PASSWORD = 'correct horse battery'

const { server, hand } = serverForFile()

const post = (path: string, body: object, token?: string) =>
  server.call('POST', path, { body, ...(token !== undefined && { token }) })
const resetLink = (): string => {
  const text = server.wechat.platform.outbox.mails().at(-1)?.text ?? ''
  return /\/ext\/v1\/email\/reset\/#(\S+)/.exec(text)?.[1] ?? ''
}

/** The full-width form of a character of ASCII. */
const wide = (character: string) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)

describe('mail', () => {
  const VERIFY = '/ext/v1/account/email/verify/'
  const RESET = '/ext/v1/email/reset/'
  const DEAD = {
    status: 404,
    body: {
      status: 'error',
      error_msg: 'This link is unknown, used, replaced or expired: ask for a new one.',
      error_code: 'link_dead',
    },
  }
  const account = async (email: string) => {
    const { body } = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
    return { id: Number(body.id), token: String(body.token) }
  }
  const verified = async (email: string) => {
    const made = await account(email)
    expect((await post('/hserve/v2.0/user/email-verify/', {}, made.token)).status).toBe(201)
    const answer = await post(VERIFY, { code: mailedCode(server) }, made.token)
    expect(answer.status).toBe(200)
    return { id: made.id, token: String(answer.body.token) }
  }
  const WRONG_CODE = {
    status: 400,
    body: {
      status: 'error',
      error_msg: 'The code is wrong or expired: check it, or ask for a new one.',
      error_code: 'email_code_wrong',
    },
  }

  it('the server verifies an address by a code that works once, typed where its owner is signed in', async () => {
    const { id, token } = await verified('a@example.com')
    expect(await hand.read(id, token)).toMatchObject({ _email_verified: true })
    expect(await post(VERIFY, { code: mailedCode(server) }, token)).toEqual(WRONG_CODE)
  })

  it('a mailed code verifies nothing for a person who has the mailbox and not the session', async () => {
    const { id, token } = await account('a2@example.com')
    await post('/hserve/v2.0/user/email-verify/', {}, token)
    const other = await account('other@example.com')
    expect(await post(VERIFY, { code: mailedCode(server) }, other.token)).toEqual(WRONG_CODE)
    expect((await post(VERIFY, { code: mailedCode(server) })).status).toBe(401)
    expect(await hand.read(id, token)).toMatchObject({ _email_verified: false })
  })

  it.each([
    ['in small letters and with a blank', (code: string) => code.toLowerCase().replace('-', ' ')],
    ['with a dash that a program made longer', (code: string) => code.replace('-', '\u2013')],
    ['in full width', (code: string) => code.replace(/[!-~]/g, wide)],
    ['with what an e-mail put around it unseen', (code: string) => `\u200B${code}\u00AD\u00A0`],
  ])('a mailed code is taken %s', async (how, written) => {
    const { token } = await account(`a3${how.length}@example.com`)
    await post('/hserve/v2.0/user/email-verify/', {}, token)
    expect((await post(VERIFY, { code: written(mailedCode(server)) }, token)).status).toBe(200)
  })

  it('a mailed code takes five tries, and not one more', async () => {
    const { token } = await account('a4@example.com')
    await post('/hserve/v2.0/user/email-verify/', {}, token)
    for (let tries = 1; tries <= 5; tries += 1) {
      expect(await post(VERIFY, { code: 'AAAA-AAAA' }, token)).toEqual(WRONG_CODE)
    }
    expect(await post(VERIFY, { code: mailedCode(server) }, token)).toEqual(WRONG_CODE)
  })

  it('a mailed code verifies only the address it was sent to', async () => {
    const { token } = await account('b@example.com')
    await post('/hserve/v2.0/user/email-verify/', {}, token)
    const changed = await server.call('PUT', '/hserve/v2.2/user/account/', {
      body: { email: 'b2@example.com' },
      token,
    })
    expect(await post(VERIFY, { code: mailedCode(server) }, changed.body.token)).toEqual(WRONG_CODE)
  })

  it('verifying an address drops what others claimed of it, and refuses it to those who come later', async () => {
    const email = 'claimed@example.com'
    const claimant = await account(email)
    await verified(email)
    expect(await hand.read(claimant.id, claimant.token)).toMatchObject({ _email: null })
    const late = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
    expect(late).toMatchObject({ status: 400, body: { error_code: 'email_of_another' } })
  })

  it('a mailed link resets a password, which ends every session', async () => {
    const { id, token } = await verified('c@example.com')
    expect(
      (await post('/hserve/v2.0/user/password/reset/', { email: 'C@example.com' })).status,
    ).toBe(201)
    await server.context.background.settled()
    const password = 'another horse battery'
    const link = resetLink()
    expect(link).toHaveLength(43)

    expect((await post(RESET, { token: link, password: 'short' })).status).toBe(400)
    expect((await post(RESET, { token: link, password })).status).toBe(200)
    expect(await post(RESET, { token: link, password })).toEqual(DEAD)
    expect(await hand.read(id, token)).toBe(401)
    expect(
      (await post('/hserve/v2.1/login/email/', { email: 'c@example.com', password })).status,
    ).toBe(201)
  })

  it('the reset of a password says the same and sends nothing for an address that is not verified', async () => {
    await account('d@example.com')
    const before = server.wechat.platform.outbox.mails().length
    for (const email of ['d@example.com', 'nobody@example.com']) {
      expect(await post('/hserve/v2.0/user/password/reset/', { email })).toEqual({
        status: 201,
        body: { status: 'ok' },
      })
    }
    await server.context.background.settled()
    expect(server.wechat.platform.outbox.mails()).toHaveLength(before)
  })

  it('a mailed code and a mailed link live an hour', async () => {
    const { token } = await account('e@example.com')
    await post('/hserve/v2.0/user/email-verify/', {}, token)
    const code = mailedCode(server)
    await verified('e2@example.com')
    await post('/hserve/v2.0/user/password/reset/', { email: 'e2@example.com' })
    await server.context.background.settled()
    server.clock.advance(3_600_000)
    const again = await post('/ext/v1/account/reauthenticate/', { password: PASSWORD }, token)
    const headers = { 'x-reauthentication': String(again.body.reauthentication) }
    expect(await server.call('POST', VERIFY, { body: { code }, token, headers })).toEqual(
      WRONG_CODE,
    )
    expect(await post(RESET, { token: resetLink(), password: 'another horse battery' })).toEqual(
      DEAD,
    )
  })

  it('a used or expired link is answered like a link that was never sent', async () => {
    const password = 'another horse battery'
    expect(await post(RESET, { token: 'never-was', password })).toEqual(DEAD)
  })

  it('the page of a mailed link keeps the token out of every log', async () => {
    const page = await server.app.inject('/ext/v1/email/reset/')
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.headers['content-security-policy']).toContain("script-src 'sha256-")
  })
})
