import { UPDATE } from '../../kit/cloud-functions'
import type { TestServer } from '../../kit/test-server'
import { openFunctionServer, type FunctionServer } from '../../kit/function-server'
import type { PhoneInHand } from '../../kit/phone-in-hand'

let server: TestServer
let hand: PhoneInHand
let invoke: FunctionServer['invoke']
let close: FunctionServer['close']
beforeAll(async () => {
  ;({ server, hand, invoke, close } = await openFunctionServer())
}, 120_000)
afterAll(() => close())

describe(UPDATE, () => {
  const profileOf = (person: string) =>
    server.wechat.platform.userProfile(person, 'touristappid', 'real')
  const update = (token: string, data: object) => invoke(token, UPDATE, data)

  it('the function keeps the profile of the caller and returns the user, as the hosted service does', async () => {
    const { token, user } = await hand.signIn('carol')
    const data = { userID: user.id, data: profileOf('carol'), syncUserProfile: 'overwrite' }
    const { status, body } = await update(token, data)

    expect([status, body.code]).toEqual([200, 0])
    expect(body.data).toMatchObject({ id: user.id, nickname: 'carol' })
    expect(body.data._provider.wechat).toMatchObject({ nickname: 'carol' })
    expect(body.data).toEqual(await hand.read(user.id, token))
  })

  it('the function uses setnx by default, and needs no userID', async () => {
    const { token } = await hand.signIn('dave')
    await update(token, { data: { userInfo: { nickName: 'Davy', avatarUrl: 'https://a/b.png' } } })
    const { body } = await update(token, { data: profileOf('dave') })
    expect(body.data.nickname).toBe('Davy')
    expect(body.data._provider.wechat.nickname).toBe('dave')
  })

  it('the function refuses a nickname that cannot be seen', async () => {
    const { token, user } = await hand.signIn('frank')
    const seen = { nickName: '\u200b', avatarUrl: 'https://a.invalid/b.png' }
    const { body } = await update(token, { data: { userInfo: seen } })
    expect(body.code).not.toBe(0)
    expect(await hand.read(user.id, token)).toMatchObject({ nickname: '' })
  })

  // docs/protocol.md 9.39
  it('the function and the server refuse the id of another user', async () => {
    const { token } = await hand.signIn('erin')
    const victim = await hand.signIn('finn')
    const before = await hand.read(victim.user.id, victim.token)
    const data = { userID: victim.user.id, data: profileOf('erin'), syncUserProfile: 'overwrite' }

    const refused = await update(token, data)
    expect(refused.body).toMatchObject({
      code: 1,
      error: { message: expect.stringContaining('userID is not the caller') },
    })
    const careless = await invoke(token, 'renames', { id: victim.user.id, name: 'x' })
    expect(careless.body.error.message).toBe('A function acts on its caller alone.')
    expect(await hand.read(victim.user.id, victim.token)).toEqual(before)
  })

  it('the function reads what WeChat signed, not what was sent beside it', async () => {
    const { token } = await hand.signIn('heidi')
    const signed = {
      ...profileOf('heidi'),
      userInfo: { nickName: 'Mallory', avatarUrl: 'https://m/m' },
    }
    const { body } = await update(token, { data: signed, syncUserProfile: 'overwrite' })
    expect(body.data).toMatchObject({ nickname: 'heidi' })
  })

  it('the function refuses what WeChat did not sign and encrypt for the caller, with one error', async () => {
    const { token, user } = await hand.signIn('ivan')
    await hand.signIn('judy')
    const own = hand.profile('ivan')
    const foreign = hand.profile('judy')
    const sealedElsewhere = [
      { ...own, rawData: own.rawData.replace('ivan', 'Ivan') },
      { ...own, signature: foreign.signature },
      { ...own, signature: undefined },
      { ...own, encryptedData: foreign.encryptedData },
      { ...own, iv: foreign.iv },
      { signature: own.signature, encryptedData: foreign.encryptedData, iv: foreign.iv },
      foreign,
    ]
    for (const data of sealedElsewhere) {
      const { body } = await update(token, { data, syncUserProfile: 'overwrite' })
      expect(body).toMatchObject({
        code: 1,
        error: { message: expect.stringMatching(/^decrypt_failed: /) },
      })
    }
    server.clock.advance(11 * 60_000)
    const { body } = await update(token, { data: own })
    expect(body.error.message).toMatch(/^decrypt_failed: /)
    expect((await hand.read(user.id, token)).nickname).toBe('')
  })

  it('the function decrypts what a button returned without raw text', async () => {
    const { token } = await hand.signIn('ken')
    const { encryptedData, iv, signature } = hand.profile('ken')
    const { body } = await update(token, { data: { encryptedData, iv, signature } })
    expect(body.data).toMatchObject({ nickname: 'ken', is_authorized: true })
  })

  it('the function uses the key of the login before the profile, by its code', async () => {
    const { token } = await hand.signIn('liam')
    server.clock.advance(2 * 60_000)
    const code = hand.code('liam')
    const data = profileOf('liam')
    expect((await update(token, { data })).body.error.message).toMatch(/^decrypt_failed: /)
    expect((await update(token, { data, code })).body.data).toMatchObject({ nickname: 'liam' })
    const foreign = { data: profileOf('liam'), code: hand.code('judy') }
    expect((await update(token, foreign)).body).toMatchObject({ code: 1 })
  })

  it.each([
    ['overwrite', 'mia'],
    ['setnx', 'Minnie'],
    ['false', 'Minnie'],
    [false, 'Minnie'],
    ['whatever', 'Minnie'],
  ])(
    'the function under syncUserProfile %j leaves the nickname %s, and keeps the copy',
    async (sync, nickname) => {
      const { token } = await hand.signIn('mia')
      const named = { userInfo: { nickName: 'Minnie', avatarUrl: 'https://a/b' } }
      await update(token, { data: named, syncUserProfile: 'overwrite' })
      const { body } = await update(token, { data: profileOf('mia'), syncUserProfile: sync })
      expect(body.data.nickname).toBe(nickname)
      expect(body.data._provider.wechat.nickname).toBe('mia')
    },
  )

  it('the function fills what was never set under setnx, and nothing under false', async () => {
    const { token } = await hand.signIn('nina')
    const data = profileOf('nina')
    expect((await update(token, { data, syncUserProfile: false })).body.data.nickname).toBe('')
    expect((await update(token, { data })).body.data.nickname).toBe('nina')
  })

  it('the server never lets an anonymous answer replace a real one, signed or not', async () => {
    const { token } = await hand.signIn('olga')
    await update(token, { data: profileOf('olga'), syncUserProfile: 'overwrite' })
    const anonymous = server.wechat.platform.userProfile('olga', 'touristappid', 'anonymous')
    for (const data of [anonymous, { userInfo: anonymous.userInfo }]) {
      const { body } = await update(token, { data, syncUserProfile: 'overwrite' })
      expect(body.data).toMatchObject({ nickname: 'olga', is_authorized: true })
      expect(body.data._provider.wechat.nickname).toBe('olga')
    }
  })

  it('the function refuses data that is no profile', async () => {
    const { token } = await hand.signIn('grace')
    for (const data of [{}, { data: 'x' }, { data: { userInfo: { nickName: 5 } } }]) {
      const { body } = await update(token, data)
      expect(body).toMatchObject({ code: 1, error: { message: expect.stringContaining('data') } })
    }
  })
})
