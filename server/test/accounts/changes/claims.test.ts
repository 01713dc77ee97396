import { serverForFile } from '../../kit/server-for-file'
import { mailedCode } from '../../kit/mailed-code'

const { server, hand } = serverForFile()

/** Changes the account, whose session is another one then: its user and the new token. */
const change = async (token: string, changes: object) => {
  const { body } = await server.call('PUT', '/hserve/v2.2/user/account/', { body: changes, token })
  return { user: body, token: String(body.token) }
}

describe('a name that was taken back', () => {
  it('a name that was taken back is taken again when it is typed again', async () => {
    let { token } = await hand.register('cleo')
    const claim = { phone: '13900000031', email: 'cleo@example.com' }
    for (let times = 0; times < 2; times += 1) {
      const claimed = await change(token, claim)
      expect(claimed.user).toMatchObject(claim)
      const none = await change(claimed.token, { phone: null, email: null })
      expect(none.user).toMatchObject({ _phone: null, _email: null })
      token = none.token
    }
  })
})

describe('a code mailed to one of two who claim an address', () => {
  it('a code mailed to one of two who claim an address keeps its tries while the other guesses', async () => {
    const claimant = async (name: string) => {
      const { token } = await hand.register(name)
      return (await change(token, { email: 'both@example.com' })).token
    }
    const askForCode = (token: string) =>
      server.call('POST', '/hserve/v2.0/user/email-verify/', { body: {}, token })
    const verify = (token: string, code: string) =>
      server.call('POST', '/ext/v1/account/email/verify/', { body: { code }, token })
    const [owner, guesser] = [await claimant('dora'), await claimant('dina')]
    expect((await askForCode(guesser)).status).toBe(201)
    expect((await askForCode(owner)).status).toBe(201)
    const code = mailedCode(server)
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await verify(guesser, code)).status).toBe(400)
    }
    expect((await verify(owner, code)).status).toBe(200)
  })
})
