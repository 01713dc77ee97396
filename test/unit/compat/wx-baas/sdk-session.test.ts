import { alice, bob, granted, grantedFlat, refused, settle } from '../../../kit/fake-backend'
import { launchedWith, makeAuth } from '../../../kit/make-auth'
import { memorySdkStorage } from '../../../kit/memory-sdk-storage'
import { memoryStorage } from '../../../kit/memory-storage'

/** What minapp-sdk 3.23.6 leaves behind after a silent login (docs/protocol.md 6 and appendix A). */
const leftBySdk = () =>
  new Map<string, unknown>([
    ['ifx_baas_uid', alice.id],
    ['ifx_baas_openid', alice.openid],
    ['ifx_baas_unionid', ''],
    ['ifx_baas_auth_token', 'token-of-the-sdk'],
    ['ifx_baas_userinfo', { id: alice.id, openid: alice.openid, unionid: null }],
    ['ifx_baas_session_expires_at', 9_000],
    ['ifx_baas_is_anonymous_user', 0],
  ])

describe("minapp-sdk's keys", () => {
  it("minapp-sdk's keys are adopted once by an app that comes from the SDK, without a request", async () => {
    const storage = memoryStorage()
    const sdkStorage = memorySdkStorage(leftBySdk())
    const { auth } = makeAuth({ storage, sdkStorage })
    expect(await auth.launch()).toMatchObject({
      tag: 'member',
      user: { id: alice.id, openid: alice.openid },
      expiresAtMs: 9_000_000,
    })
    const again = memorySdkStorage(leftBySdk())
    await makeAuth({ storage: memoryStorage(storage.entries), sdkStorage: again }).auth.launch()
    expect(again.calls.load).toBe(0)
  })

  it("minapp-sdk's keys are not adopted again after a sign-out, or the person would come back by themselves", async () => {
    const [entries, sdkEntries] = [new Map<string, unknown>(), leftBySdk()]
    const stores = () => ({
      storage: memoryStorage(entries),
      sdkStorage: memorySdkStorage(sdkEntries),
    })
    const first = makeAuth(stores())
    await first.auth.launch()
    void first.auth.signOut()
    expect(sdkEntries.size).toBe(0)
    const { auth, network, session } = makeAuth(stores())
    void auth.launch()
    await settle()
    expect(session()).toEqual({ tag: 'guest', reason: 'signedOut' })
    expect(network.requests).toEqual([])
  })

  it("minapp-sdk's keys are followed by one refresh, for they hold no name and no picture", async () => {
    const { auth, network } = makeAuth({ sdkStorage: memorySdkStorage(leftBySdk()) })
    await auth.launch()
    await settle()
    expect(network.paths()).toEqual([`/hserve/v2.5/user/info/${alice.id}/`])
    expect(network.tokens()).toEqual(['token-of-the-sdk'])
  })

  it.each([
    ['no token', 'ifx_baas_auth_token', ''],
    ['no user', 'ifx_baas_uid', ''],
    ['no expiry', 'ifx_baas_session_expires_at', Number.NaN],
  ])("minapp-sdk's keys are left alone when they hold %s", async (_, key, value) => {
    const sdkStorage = memorySdkStorage(leftBySdk().set(key, value))
    const { auth, network } = makeAuth({ sdkStorage })
    void auth.launch()
    await settle()
    expect(network.paths()).toEqual(['/hserve/v2.5/idp/wechat/silent-login/'])
  })

  // docs/protocol.md 9.17
  it("an openid of another person's among minapp-sdk's keys is not adopted", async () => {
    const stale = leftBySdk()
      .set('ifx_baas_userinfo', { id: 7, openid: alice.openid })
      .set('ifx_baas_unionid', 'unionid-of-7')
    const { auth } = makeAuth({ sdkStorage: memorySdkStorage(stale) })
    expect(await auth.launch()).toMatchObject({
      user: { id: alice.id, openid: null, unionid: null },
    })
  })

  it("minapp-sdk's keys are written off the launch path, in the formats of the SDK", async () => {
    const sdkStorage = memorySdkStorage()
    const { clock, session } = await launchedWith(granted(), { sdkStorage })
    expect(session().tag).toBe('member')
    expect(sdkStorage.calls.save).toBe(0)
    clock.advance(0)
    await settle()
    expect(Object.fromEntries(sdkStorage.entries)).toEqual({
      ifx_baas_uid: alice.id,
      ifx_baas_openid: alice.openid,
      ifx_baas_unionid: '',
      ifx_baas_auth_token: 'token-of-this-session',
      ifx_baas_userinfo: { id: alice.id, openid: alice.openid, unionid: '' },
      ifx_baas_session_expires_at: 1_000 + 2_592_000 - 30,
      ifx_baas_is_anonymous_user: 0,
    })
  })

  it("minapp-sdk's keys are gone after a sign-out that comes while they are being written", async () => {
    const sdkStorage = memorySdkStorage()
    const { auth, clock } = await launchedWith(granted(), { sdkStorage })
    clock.advance(0)
    while (sdkStorage.calls.save === 0) await Promise.resolve()
    void auth.signOut()
    await settle()
    expect(sdkStorage.entries.size).toBe(0)
  })

  // docs/protocol.md 9.18
  it("minapp-sdk's keys are those of one user, never a mixture of two", async () => {
    const sdkStorage = memorySdkStorage()
    const made = await launchedWith(granted(), { sdkStorage })
    made.clock.advance(0)
    await settle()
    void made.auth.signIn({ by: 'password', account: { username: 'bob' }, password: 'p' })
    await settle()
    made.network.answer(grantedFlat())
    await settle()
    made.clock.advance(0)
    await settle()
    expect(sdkStorage.entries.get('ifx_baas_auth_token')).toBe('password-token')
    expect(sdkStorage.entries.get('ifx_baas_openid')).toBe('')
    expect(sdkStorage.entries.get('ifx_baas_userinfo')).toBe('')
  })

  it('a storage of minapp-sdk that does not answer delays the launch by a second at most', async () => {
    const load = () => new Promise<unknown>(() => {})
    const { auth, clock, network } = makeAuth({ sdkStorage: { ...memorySdkStorage(), load } })
    void auth.launch()
    await settle()
    expect(network.requests).toHaveLength(0)
    clock.advance(1_000)
    await settle()
    expect(network.requests).toHaveLength(1)
    network.answer(refused(404))
  })

  it("minapp-sdk's keys are not adopted over a sign-in that was faster", async () => {
    const sdkStorage = memorySdkStorage(leftBySdk())
    let answerLoad: () => void = () => undefined
    const asked = new Promise<void>((resolve) => (answerLoad = resolve))
    const load = (key: string) => asked.then(() => sdkStorage.load(key))
    const { auth, network, session } = makeAuth({ sdkStorage: { ...sdkStorage, load } })
    void auth.launch()
    const signedIn = auth.signIn({ by: 'password', account: { username: 'bob' }, password: 'p' })
    await settle()
    network.answer(grantedFlat())
    await signedIn
    answerLoad()
    await settle()
    expect(session()).toMatchObject({ tag: 'member', user: { id: bob.id } })
  })

  it("minapp-sdk's keys are not looked at for news about the member that the SDK does not keep", async () => {
    const sdkStorage = memorySdkStorage()
    const { auth, clock } = await launchedWith(granted(), { sdkStorage })
    clock.advance(0)
    await settle()
    const before = { ...sdkStorage.calls }
    auth.learn({ ...alice, nickname: 'A' })
    clock.advance(0)
    await settle()
    expect(sdkStorage.calls).toEqual(before)
    auth.learn({ ...alice, openid: 'another' })
    clock.advance(0)
    await settle()
    expect(sdkStorage.entries.get('ifx_baas_openid')).toBe('another')
  })

  it("minapp-sdk's keys are all gone after a sign-out, the one of older versions of the SDK included", async () => {
    const entries = leftBySdk().set('ifx_baas_is_logined_baas', 1).set('of the app', 1)
    const { auth } = makeAuth({ sdkStorage: memorySdkStorage(entries) })
    await auth.launch()
    void auth.signOut()
    expect([...entries.keys()]).toEqual(['of the app'])
  })
})
