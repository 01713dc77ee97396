import { BaasError } from '../../../src/baas/errors'
import { alice, granted, settle } from '../../kit/fake-backend'
import { fakeClock } from '../../kit/fake-clock'
import { launchedWith, makeAuth, pageCall } from '../../kit/make-auth'
import { memorySdkStorage } from '../../kit/memory-sdk-storage'
import { memoryStorage } from '../../kit/memory-storage'

/** The same phone again: its storage has what a launch as Alice left. */
const phoneOfAlice = async (expiresIn?: number) => {
  const storage = memoryStorage()
  await launchedWith(granted(alice, expiresIn), { storage })
  return storage.entries
}

describe('a session on the device', () => {
  it('a session on the device keeps what the first screen shows, and nothing else', async () => {
    const kept = {
      ...alice,
      public_id: '90817263',
      unionid: 'unionid-of-alice',
      is_authorized: true,
      _username: 'alice',
      _anonymous: false,
      _email_verified: true,
      _phone_verified: true,
    }
    const storage = memoryStorage()
    await launchedWith(granted({ ...kept, city: 'Guangzhou', _phone: '138' }), { storage })
    const { auth } = makeAuth({ storage: memoryStorage(storage.entries) })
    expect(await auth.launch()).toMatchObject({ tag: 'member', user: kept })
    expect(storage.entries.get('session')).toEqual({
      token: 'token-of-this-session',
      expiresAtMs: 1_000_000 + (2_592_000 - 30) * 1_000,
      refreshedAtMs: 1_000_000,
      user: kept,
    })
  })

  it('a session on the device has the user read at once where the record does not say when it was fetched', async () => {
    const storage = memoryStorage(await phoneOfAlice())
    const record = { ...(storage.entries.get('session') as object), refreshedAtMs: undefined }
    storage.entries.set('session', record)
    const { auth, network } = makeAuth({ storage })
    await auth.launch()
    await settle()
    expect(network.paths()).toEqual([`/hserve/v2.5/user/info/${alice.id}/`])
  })

  it('a session on the device that has run out and cannot be renewed is not tried again within five seconds', async () => {
    const storage = memoryStorage(await phoneOfAlice(60))
    const clock = fakeClock(1_000_000 + 60_000)
    const { auth, network, comeBack } = makeAuth({ storage, clock })
    await auth.launch()
    await settle()
    network.fail(new BaasError(600))
    await settle()
    clock.advance(4_999)
    comeBack()
    await settle()
    expect(network.requests).toHaveLength(1)
    clock.advance(1)
    comeBack()
    await settle()
    expect(network.requests).toHaveLength(2)
  })

  it('a session on the device is not waited for longer than a second where minapp-sdk’s storage is slow', async () => {
    const sdkStorage = { ...memorySdkStorage(), load: () => new Promise<unknown>(() => {}) }
    const { auth, clock, network } = makeAuth({ sdkStorage })
    void auth.launch()
    clock.advance(999)
    await settle()
    expect(network.requests).toHaveLength(0)
    clock.advance(1)
    await settle()
    expect(network.requests).toHaveLength(1)
  })

  it.each([
    ['is good a millisecond before its end', -1, []],
    ['is over at its end', 0, ['/hserve/v2.5/idp/wechat/silent-login/']],
  ])(
    'a session on the device ends thirty seconds before the server’s: %s',
    async (_, ms, paths) => {
      const storage = memoryStorage(await phoneOfAlice(60))
      const clock = fakeClock(1_000_000 + 30_000 + ms)
      const { auth, network } = makeAuth({ storage, clock })
      await auth.launch()
      await settle()
      expect(network.paths()).toEqual(paths)
    },
  )

  it.each([
    ['in the session while it is good', -1, 'token-of-this-session'],
    ['without the session at its end', 0, undefined],
  ])('a sign-in is sent with the stored token until its end: %s', async (_, ms, token) => {
    const storage = memoryStorage(await phoneOfAlice(60))
    const clock = fakeClock(1_000_000 + 30_000 + ms)
    const { auth, network } = makeAuth({ storage, clock })
    await auth.launch()
    void auth.signIn({ by: 'password', account: { username: 'bob' }, password: 'p' })
    await settle()
    const at = network.paths().indexOf('/hserve/v2.1/login/username/')
    expect(network.tokens()[at]).toBe(token)
  })

  it('a call goes out in the session before its end, and after a renewal at its end', async () => {
    for (const [ms, path] of [
      [-1, '/hserve/v2.5/some/page/'],
      [0, '/hserve/v2.5/idp/wechat/silent-login/'],
    ] as const) {
      const made = await launchedWith(granted(alice, 60))
      made.clock.advance(30_000 + ms)
      void made.auth.request(pageCall()).catch(() => undefined)
      await settle()
      expect(made.network.paths().at(-1)).toBe(path)
    }
  })
})
