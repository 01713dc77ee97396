import { alice, answered, granted, refused, settle } from '../../../kit/fake-backend'
import { launchedWith } from '../../../kit/make-auth'

const known = { ...alice, _username: 'alice', _phone: '138', _phone_verified: true, color: 'red' }

/** Alice, signed in, as wx.BaaS hands her out. */
const current = async (user: object = known) => {
  const made = await launchedWith(granted(user))
  const promise = made.baas.auth.getCurrentUser()
  await settle()
  made.network.answer(answered(user))
  const sent = () => {
    const { method, url, body } = made.network.requests.at(-1) ?? {}
    return [`${method} ${url?.replace('https://baas.invalid', '')}`, body]
  }
  return { ...made, user: await promise, sent }
}

describe('the current user', () => {
  it('the current user returns built-in fields as properties and every column by get()', async () => {
    const { user } = await current()
    expect(user).toMatchObject({ id: alice.id, user_id: alice.id, _username: 'alice' })
    expect(user.get('color')).toBe('red')
    expect(user.toJSON()).toEqual(known)
  })

  it('the current user sends what was set, and takes in what comes back', async () => {
    const { user, network, sent, session } = await current()
    const updated = user.set('nickname', 'New').set({ color: 'blue' }).update()
    await settle()
    expect(sent()).toEqual(['PUT /hserve/v2.5/user/info/', { nickname: 'New', color: 'blue' }])
    network.answer(answered({ ...known, nickname: 'New', color: 'blue' }))
    expect(await updated).toMatchObject({ statusCode: 200 })
    expect(user.nickname).toBe('New')
    expect(session()).toMatchObject({ user: { nickname: 'New' } })
  })

  // docs/protocol.md 9.29
  it('set({}) discards nothing, and a failed update is not forgotten', async () => {
    const { user, network, sent } = await current()
    const failed = user.set('a', 1).set({}).update()
    await settle()
    network.answer(refused(500))
    await expect(failed).rejects.toMatchObject({ code: 500 })
    const again = user.set('b', 2).update()
    await settle()
    expect(sent()[1]).toEqual({ a: 1, b: 2 })
    network.answer(answered(known))
    await again
    void user.update()
    await settle()
    expect(sent()[1]).toEqual({})
  })

  // docs/protocol.md 9.29
  it('an update of the current user drops nothing of what was set, operators and $unset included', async () => {
    const { user, sent } = await current()
    const changes = { score: { $incr_by: 1 }, tags: { $append: ['a'] }, $unset: { color: '' } }
    void user.set(changes).update()
    await settle()
    expect(sent()[1]).toEqual(changes)
  })

  // docs/protocol.md 9.29
  it('a field that is set while an update runs is sent by the next, and nothing twice', async () => {
    const { user, network, sent } = await current()
    const first = user.set('score', { $incr_by: 1 }).update()
    user.set('color', 'blue')
    await settle()
    network.answer(answered(known))
    await first
    void user.update()
    await settle()
    expect(sent()[1]).toEqual({ color: 'blue' })
  })

  // docs/protocol.md 9.16
  it('an account change keeps every other field, whatever form the reply has', async () => {
    for (const reply of [
      { username: 'ivy', email: null, email_verified: false, phone: '138', phone_verified: true },
      { ...known, _username: 'ivy', username: 'ivy' },
    ]) {
      const { user, network, session } = await current()
      const changed = user.setUsername('ivy')
      await settle()
      network.answer(answered(reply))
      expect(await changed).toBe(user)
      expect(user.get('openid')).toBe(alice.openid)
      expect(user.get('color')).toBe('red')
      expect(user._username).toBe('ivy')
      expect(session()).toMatchObject({ user: { _username: 'ivy', openid: alice.openid } })
    }
  })

  // docs/protocol.md 9.31
  it('setAccount() leaves its argument alone', async () => {
    const { user, sent } = await current()
    const settings = Object.freeze({ username: 'ivy', password: 'x' })
    void user.setAccount(settings)
    await settle()
    expect(sent()).toEqual([
      'PUT /hserve/v2.2/user/account/',
      { username: 'ivy', new_password: 'x' },
    ])
    expect(settings).toEqual({ username: 'ivy', password: 'x' })
  })

  it('the current user changes the password with the old one as credentials', async () => {
    const { user, network, sent } = await current()
    const changed = user.updatePassword({ password: 'p', newPassword: 'q' })
    await settle()
    expect(sent()).toEqual(['PUT /hserve/v2.2/user/account/', { password: 'p', new_password: 'q' }])
    network.answer(answered({}))
    expect(await changed).toBe(user)
  })

  // docs/protocol.md 9.30
  it('a verification mail that cannot be sent rejects', async () => {
    const { user, network } = await current()
    const changed = user.setEmail('a@b.c', { sendVerificationEmail: true })
    await settle()
    network.answer(answered({ email: 'a@b.c' }))
    await settle()
    network.answer(refused(400, 'no mail today'))
    await expect(changed).rejects.toMatchObject({ code: 400 })
    expect(user._email).toBe('a@b.c')
  })

  it('the current user verifies the number with a code sent to it', async () => {
    const { user, network, sent } = await current({ ...known, _phone_verified: false })
    const verified = user.verifyMobilePhone('123456')
    await settle()
    expect(sent()).toEqual(['POST /hserve/v2.1/sms-phone-verification/', { code: '123456' }])
    network.answer(answered({ status: 'ok' }))
    await verified
    expect(user._phone_verified).toBe(true)
  })

  it('an update of the current user is not for anonymous users: 612 before any request', async () => {
    const { user, network } = await current({ ...known, _anonymous: true })
    const before = network.requests.length
    for (const write of [
      () => user.set('a', 1).update(),
      () => user.setUsername('x'),
      () => user.setEmail('x'),
      () => user.setMobilePhone('x'),
      () => user.setAccount({}),
      () => user.updatePassword({ password: 'a', newPassword: 'b' }),
      () => user.verifyMobilePhone('1'),
      () => user.requestEmailVerification(),
      () => user.linkWechat(),
    ]) {
      await expect(write()).rejects.toMatchObject({ code: 612 })
    }
    expect(network.requests).toHaveLength(before)
  })

  it('setAccount() of the current user rejects and never throws without settings', async () => {
    const { user } = await current()
    await expect(user.setAccount(undefined as never)).rejects.toBeInstanceOf(Error)
  })

  it('the current user never writes into the account of the person who signed in after', async () => {
    const { user, auth, network } = await current()
    void auth.signOut()
    const before = network.requests.length
    await expect(user.set('a', 1).update()).rejects.toMatchObject({ code: 604 })
    expect(network.requests).toHaveLength(before)
  })
})
