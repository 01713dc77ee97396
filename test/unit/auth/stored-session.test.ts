import { BaasError } from '../../../src/baas/errors'
import { alice, answered, granted, settle } from '../../kit/fake-backend'
import { fakeClock } from '../../kit/fake-clock'
import { launchedWith, makeAuth, pageCall } from '../../kit/make-auth'
import { memorySdkStorage } from '../../kit/memory-sdk-storage'
import { memoryStorage } from '../../kit/memory-storage'

const DAY_MS = 86_400_000

/** The same phone again: its storage has what a launch as Alice left. */
const phoneOfAlice = async (expiresIn?: number) => {
  const storage = memoryStorage()
  await launchedWith(granted(alice, expiresIn), { storage })
  return storage.entries
}

describe('a launch with a stored session', () => {
  it('a cached session launches with zero requests', async () => {
    const storage = memoryStorage(await phoneOfAlice())
    const { auth, network } = makeAuth({ storage })
    expect(await auth.launch()).toMatchObject({ tag: 'member', user: alice })
    await settle()
    expect(network.requests).toHaveLength(0)
    expect(storage.calls).toEqual({ get: 1, set: 0, remove: 0 })
  })

  it('a launch with a stored session knows the project’s own column that the first screen shows, without a request', async () => {
    const storage = memoryStorage()
    await launchedWith(granted({ ...alice, kept_articles: ['silent'], other: 1 }), { storage })
    const { auth } = makeAuth({ storage: memoryStorage(storage.entries) })
    const session = await auth.launch()
    expect(session).toMatchObject({ user: { kept_articles: ['silent'] } })
    expect(session).not.toHaveProperty(['user', 'other'])
  })

  it('a launch with a stored session refreshes the user behind the screen, at most every ten minutes', async () => {
    const entries = await phoneOfAlice()
    const clock = fakeClock(1_000_000 + 600_000)
    const second = makeAuth({ storage: memoryStorage(entries), clock })
    await second.auth.launch()
    await settle()
    expect(second.network.paths()).toEqual([`/hserve/v2.5/user/info/${alice.id}/`])
    second.network.answer(answered({ ...alice, nickname: 'Alice II' }))
    await settle()
    expect(second.session()).toMatchObject({ user: { nickname: 'Alice II' } })

    const third = makeAuth({ storage: memoryStorage(entries), clock })
    await third.auth.launch()
    await settle()
    expect(third.network.requests).toHaveLength(0)
  })

  it('a launch with a stored session keeps the member when the refresh of the user fails', async () => {
    const clock = fakeClock(1_000_000 + 600_000)
    const { auth, network, session } = makeAuth({
      storage: memoryStorage(await phoneOfAlice()),
      clock,
    })
    await auth.launch()
    await settle()
    network.fail(new BaasError(600))
    await settle()
    expect(session().tag).toBe('member')
  })

  it('a launch renews a stored session that has run out, with one request', async () => {
    const storage = memoryStorage(await phoneOfAlice(60))
    const clock = fakeClock(1_000_000 + 60_000)
    const { auth, network } = makeAuth({ storage, clock })
    await auth.launch()
    const call = auth.request(pageCall())
    await settle()
    expect(network.paths()).toEqual(['/hserve/v2.5/idp/wechat/silent-login/'])
    network.answer(granted(alice, 60, 'token-2'))
    await settle()
    expect(network.tokens()[1]).toBe('token-2')
    network.answer(answered())
    await call
  })

  it.each([
    ['ahead', DAY_MS],
    ['behind', -DAY_MS],
  ])('a clock wrong by a day %s does not lock a person out', async (_, wrongByMs) => {
    const storage = memoryStorage(await phoneOfAlice(3_600))
    const clock = fakeClock(1_000_000 + DAY_MS + wrongByMs)
    const { auth, network, session } = makeAuth({ storage, clock })
    await auth.launch()
    expect(session().tag).toBe('member')

    const call = auth.request(pageCall())
    await settle()
    for (const { request, answer } of network.waiting.splice(0)) {
      const isLogin = request.url.includes('silent-login')
      answer(isLogin ? granted(alice, 3_600, 'token-2') : answered(alice))
    }
    await settle()
    for (const { answer } of network.waiting.splice(0)) answer(answered())
    expect(await call).toMatchObject({ status: 200 })
    expect(session().tag).toBe('member')
  })

  it.each([['text'], [{ token: 1 }], [{ token: 't', expiresAtMs: 9e15, user: {} }], [null]])(
    'a launch with a stored session survives a corrupt record (%j)',
    async (record) => {
      const storage = memoryStorage(new Map([['session', record]]))
      const { auth, network } = makeAuth({ storage })
      void auth.launch()
      await settle()
      expect(network.requests).toHaveLength(1)
    },
  )

  it('a launch with a stored session survives a storage that is full, or refuses everything', async () => {
    const refuse = () => {
      throw new Error('storage is full')
    }
    const refused = async () => refuse()
    const sdkStorage = { load: refused, save: refused, remove: refuse }
    const storage = { get: refuse, set: refuse, remove: refuse }
    const { auth, clock, session } = await launchedWith(granted(), { storage, sdkStorage })
    clock.advance(0)
    await settle()
    expect(session().tag).toBe('member')
    await Promise.race([auth.signOut(), settle()])
    expect(session()).toEqual({ tag: 'guest', reason: 'signedOut' })
  })

  // docs/protocol.md 9.18
  it('a stored session keeps neither the phone number nor the e-mail address on the device', async () => {
    const storage = memoryStorage()
    const user = { ...alice, _phone: '13800000000', _email: 'a@b.c', _provider: { wechat: {} } }
    const { clock } = await launchedWith(granted(user), {
      storage,
      sdkStorage: memorySdkStorage(storage.entries),
    })
    clock.advance(0)
    await settle()
    const written = JSON.stringify([...storage.entries])
    expect(written).toContain('Alice')
    expect(written).not.toMatch(/13800000000|a@b\.c|_provider/)
  })
})
