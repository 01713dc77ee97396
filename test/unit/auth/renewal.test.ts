import { alice, answered, bob, granted, grantedFlat, refused, settle } from '../../kit/fake-backend'
import { launchedWith } from '../../kit/make-auth'
import { LOGIN, statuses, stormOf } from '../../kit/storm'

describe('the renewal after a 401', () => {
  it.each([3, 10])('one login serves %i requests that meet 401; all succeed', async (count) => {
    const made = await launchedWith(granted())
    const outcomes = stormOf(made, count)
    await settle()
    await settle()
    made.network.answer(granted(alice, 3_600, 'token-2'))
    await settle()
    for (const { answer } of made.network.waiting.splice(0)) answer(answered())

    expect(statuses(await outcomes)).toEqual(Array(count).fill('done'))
    const afterLaunch = made.network.paths().slice(1)
    expect(afterLaunch).toHaveLength(count + 1 + count)
    expect(afterLaunch.filter((path) => path === LOGIN)).toHaveLength(1)
    expect(made.network.tokens().slice(-count)).toEqual(Array(count).fill('token-2'))
  })

  it('a failed renewal settles every caller with the 401, and no one is signed in any more', async () => {
    const made = await launchedWith(granted())
    const outcomes = stormOf(made, 10)
    await settle()
    await settle()
    made.network.answer(refused(403, 'blocked'))
    expect(statuses(await outcomes)).toEqual(Array(10).fill(401))
    expect(made.session()).toEqual({ tag: 'guest', reason: 'refused' })
  })

  it('a renewal that is refused because the account is blocked shows the guest why', async () => {
    const made = await launchedWith(granted())
    const outcomes = stormOf(made, 1)
    await settle()
    await settle()
    made.network.answer(refused(403, 'no', { error_code: 'account_blocked' }))
    expect(statuses(await outcomes)).toEqual([401])
    expect(made.session()).toEqual({ tag: 'guest', reason: 'accountBlocked' })
  })

  it('a renewal that hangs settles every caller at the deadline, and the member stays one', async () => {
    const made = await launchedWith(granted())
    const outcomes = stormOf(made, 10)
    await settle()
    await settle()
    made.clock.advance(8_000)
    expect(statuses(await outcomes)).toEqual(Array(10).fill(601))
    expect(made.session().tag).toBe('member')
  })

  it('the setting createUser: false survives a 401', async () => {
    const made = await launchedWith(granted(), {
      launchCredentials: { by: 'wechat', createUser: true, withUnionID: false },
    })
    const outcomes = stormOf(made, 1)
    await settle()
    await settle()
    expect(made.network.requests.at(-1)?.body).toMatchObject({ create_user: false })
    made.network.answer(refused(404))
    expect(statuses(await outcomes)).toEqual([401])
    expect(made.session()).toEqual({ tag: 'unlinked' })
  })

  it('a second 401 is final: two tries, one sign-out', async () => {
    const made = await launchedWith(granted())
    const outcomes = stormOf(made, 1)
    await settle()
    await settle()
    made.network.answer(granted(alice, 3_600, 'token-2'))
    await settle()
    made.network.answer(refused(401))
    expect(statuses(await outcomes)).toEqual([401])
    expect(made.session()).toEqual({ tag: 'guest', reason: 'refused' })
    expect(made.network.requests).toHaveLength(4)
  })

  // docs/protocol.md 9.8
  it('a password session never turns into the WeChat user', async () => {
    const made = await launchedWith(refused(404))
    const signedIn = made.actions.signIn({ username: 'bob' }, 'secret')
    await settle()
    made.network.answer(grantedFlat())
    await signedIn
    expect(statuses(await stormOf(made, 2))).toEqual([401, 401])
    expect(made.session()).toEqual({ tag: 'guest', reason: 'refused' })
    expect(made.network.paths().filter((path) => path === LOGIN)).toHaveLength(1)
  })

  // docs/protocol.md 9.8
  it('a linked account is renewed only while WeChat vouches for the same user', async () => {
    const made = await launchedWith(granted())
    const outcomes = stormOf(made, 1)
    await settle()
    await settle()
    made.network.answer(granted(bob, 3_600, 'token-of-bob'))
    expect(statuses(await outcomes)).toEqual([401])
    expect(made.session()).toEqual({ tag: 'guest', reason: 'refused' })
    await settle()
    expect(made.network.tokens().at(-1)).toBe('token-of-bob')
    expect(made.network.paths().at(-1)).toBe('/hserve/v2.0/session/destroy/')
  })
})
