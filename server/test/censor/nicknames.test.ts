import { phoneInHand, type PhoneInHand } from '../kit/phone-in-hand'
import { openTestServer, type TestServer } from '../kit/test-server'

let server: TestServer
let hand: PhoneInHand
beforeAll(async () => {
  server = await openTestServer()
  hand = phoneInHand(server)
}, 120_000)
afterAll(() => server.close())

const UNSIGNED = '/hserve/v2.5/idp/wechat/user/info/'
const PICTURE = 'https://a.invalid/b.png'

const REFUSED = [
  ['zero-width spaces', '\u200b\u200b', 'nickname_unseen'],
  ['blanks', '   ', 'nickname_unseen'],
  ['Hangul fillers', '\u3164', 'nickname_unseen'],
  ['a right-to-left override', 'Lin\u202e', 'nickname_unseen'],
  ['31 letters', 'a'.repeat(31), 'nickname_too_long'],
] as const

describe('a nickname', () => {
  it.each(REFUSED)(
    'a nickname that is %s is refused by the user endpoint',
    async (_what, nickname, code) => {
      const { token, user } = await hand.signIn('alice')
      const answer = await server.call('PUT', '/hserve/v2.5/user/info/', {
        body: { nickname, language: 'fr' },
        token,
      })
      expect([answer.status, answer.body.error_code]).toEqual([400, code])
      expect(await hand.read(user.id, token)).toMatchObject({ nickname: '', language: '' })
    },
  )

  it.each(REFUSED)(
    'a nickname that is %s is refused as WeChat’s profile',
    async (_what, nickName, code) => {
      const { token, user } = await hand.signIn('bob')
      const body = { nickName, avatarUrl: PICTURE, update_userprofile: 'overwrite' }
      const answer = await server.call('PUT', UNSIGNED, { body, token })
      expect([answer.status, answer.body.error_code]).toEqual([400, code])
      expect(await hand.read(user.id, token)).toMatchObject({ nickname: '', avatar: '' })
    },
  )

  it('a nickname of thirty families is kept, and an empty one takes a name away', async () => {
    const { token } = await hand.signIn('dave')
    const put = (nickname: string) =>
      server.call('PUT', '/hserve/v2.5/user/info/', { body: { nickname }, token })
    const families = '👨‍👩‍👧‍👦'.repeat(30)
    expect((await put(families)).body.nickname).toBe(families)
    expect((await put('')).body.nickname).toBe('')
  })

  it('a nickname of WeChat that replaces nothing is not looked at', async () => {
    const { token } = await hand.signIn('erin')
    await server.call('PUT', '/hserve/v2.5/user/info/', { body: { nickname: 'Erin' }, token })
    const body = { nickName: '\u200b', avatarUrl: PICTURE, update_userprofile: 'setnx' }
    const answer = await server.call('PUT', UNSIGNED, { body, token })
    expect([answer.status, answer.body.nickname]).toEqual([200, 'Erin'])
  })
})

describe('the owner of an account', () => {
  it('the owner of an account reads whether it has a password, and no one else does', async () => {
    const alice = await hand.signIn('alice')
    const bob = await hand.signIn('bob')
    const own = (await hand.read(alice.user.id, alice.token)) as Record<string, unknown>
    expect(own['_has_password']).toBe(false)
    expect(await hand.read(alice.user.id, bob.token)).not.toHaveProperty('_has_password')
    await server.call('PUT', '/hserve/v2.2/user/account/', {
      body: { new_password: 'a first sentence' },
      token: alice.token,
    })
    const again = await hand.signIn('alice')
    expect(await hand.read(again.user.id, again.token)).toMatchObject({ _has_password: true })
  })
})
