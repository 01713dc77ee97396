import { alice, answered, bob, granted, grantedFlat, refused, settle } from '../../kit/fake-backend'
import { makeAuth, pageCall } from '../../kit/make-auth'
import { memorySdkStorage } from '../../kit/memory-sdk-storage'
import { memoryStorage } from '../../kit/memory-storage'

const asBob = { by: 'password', account: { username: 'bob' }, password: 'p' } as const
const asAlice = { by: 'password', account: { username: 'alice' }, password: 'p' } as const

type Tab = ReturnType<typeof makeAuth>

/** Tabs of one browser: each hears of what the others store. */
const openTabs = async (count: number) => {
  const entries = new Map<string, unknown>()
  const tabs: Tab[] = []
  for (let index = 0; index < count; index += 1) {
    const storage = memoryStorage(entries)
    const others = () => tabs.filter((_, other) => other !== index)
    const tell = () => others().forEach((tab) => tab.otherTab())
    const told = {
      get: storage.get,
      set(key: string, value: unknown) {
        storage.set(key, value)
        tell()
      },
      remove(key: string) {
        storage.remove(key)
        tell()
      },
    }
    tabs.push(makeAuth({ storage: told, launchCredentials: undefined }))
    await tabs[index]?.auth.launch()
  }
  return { tabs: tabs as [Tab, Tab], entries }
}

const signIn = async (
  tab: Tab,
  credentials: typeof asBob | typeof asAlice,
  answer = grantedFlat(),
) => {
  void tab.auth.signIn(credentials)
  await settle()
  tab.network.answer(answer)
  await settle()
}
const idOf = (tab: Tab) => tab.auth.current()?.user.id

describe('tabs of one browser', () => {
  it('a tab does nothing when it hears of what it knows already', async () => {
    const entries = new Map<string, unknown>()
    const sdkStorage = memorySdkStorage()
    const tab = makeAuth({
      storage: memoryStorage(entries),
      sdkStorage,
      launchCredentials: undefined,
    })
    await tab.auth.launch()
    await signIn(tab, asBob)
    tab.clock.advance(0)
    await settle()
    const [before, saved] = [tab.session(), sdkStorage.calls.save]
    tab.otherTab()
    tab.clock.advance(0)
    await settle()
    expect(tab.session()).toBe(before)
    expect(sdkStorage.calls.save).toBe(saved)
  })

  it('the tabs of one browser follow a sign-in and a sign-out of another', async () => {
    const { tabs } = await openTabs(2)
    const [a, b] = tabs
    await signIn(a, asBob)
    expect(b.session()).toMatchObject({ tag: 'member', user: { id: bob.id } })
    void a.auth.signOut()
    await settle()
    expect(b.session()).toEqual({ tag: 'guest', reason: 'signedOut' })
    expect(b.auth.current()).toBeUndefined()
    expect(b.network.requests).toEqual([])
  })

  it('a tab whose session ran out in another tab says so, and not that the person signed out', async () => {
    const { tabs } = await openTabs(2)
    const [a, b] = tabs
    await signIn(a, asBob)
    const call = a.auth.request(pageCall())
    await settle()
    a.network.answer(refused(401, 'over', { error_code: 'session_expired' }))
    await expect(call).rejects.toMatchObject({ code: 401 })
    expect([a.session(), b.session()]).toEqual([
      { tag: 'guest', reason: 'refused' },
      { tag: 'guest', reason: 'refused' },
    ])
  })

  it('the tabs of one browser show another person as soon as one tab signs them in, and drop what was asked as the first', async () => {
    const { tabs } = await openTabs(2)
    const [a, b] = tabs
    await signIn(a, asBob)
    const call = b.auth.request(pageCall())
    await settle()
    await signIn(a, asAlice, grantedFlat({ ...alice }, 'token-of-alice'))
    expect(idOf(b)).toBe(alice.id)
    b.network.answer(answered({ of: 'bob' }))
    await expect(call).rejects.toMatchObject({ code: 499 })
  })

  it('the tabs of one browser use a token that another tab renewed', async () => {
    const { tabs } = await openTabs(2)
    const [a, b] = tabs
    await signIn(a, asBob)
    a.clock.advance(1_000)
    const user = a.auth.current()?.user
    if (user !== undefined) a.auth.learn(user, { token: 'rotated', expiresInSeconds: 9_999_999 })
    void b.auth.request(pageCall())
    await settle()
    expect(new Set(b.network.tokens())).toEqual(new Set(['rotated']))
  })

  it('the tabs of one browser ask for a number that another tab has changed with the token: it is not stored', async () => {
    const { tabs } = await openTabs(2)
    const [a, b] = tabs
    await signIn(a, asBob)
    const user = a.auth.current()?.user
    if (user === undefined) throw new Error('no one is signed in')
    b.auth.learn({ ...user, _phone: '13800001234' })
    const changed = { ...user, _phone: '13900005678' }
    a.auth.learn(changed, { token: 'rotated', expiresInSeconds: 9_999_999 })
    await settle()
    b.network.answer(answered(changed))
    await settle()
    expect(b.auth.current()?.user).toMatchObject({ _phone: '13900005678' })
    expect([a.network.waiting, b.network.waiting]).toEqual([[], []])
  })

  it('the tabs of one browser follow a changed name without another epoch, and keep what is not stored', async () => {
    const { tabs } = await openTabs(2)
    const [a, b] = tabs
    await signIn(a, asBob)
    const known = b.auth.current()?.user
    if (known !== undefined) b.auth.learn({ ...known, _email: 'bob@example.com' })
    const changed = a.auth.current()?.user
    if (changed !== undefined) a.auth.learn({ ...changed, nickname: 'Robert' })
    expect(b.session()).toMatchObject({
      user: { nickname: 'Robert', _email: 'bob@example.com' },
      epoch: 1,
    })
  })

  it('the tabs of one browser erase only the session that is their own', async () => {
    const entries = new Map<string, unknown>()
    // Deaf tabs, as in a browser that delivers the event late.
    const [a, b] = [1, 2].map(() =>
      makeAuth({ storage: memoryStorage(entries), launchCredentials: undefined }),
    ) as [Tab, Tab]
    await a.auth.launch()
    await b.auth.launch()
    await signIn(a, asBob)
    await signIn(b, asAlice, grantedFlat({ ...alice }, 'token-of-alice'))
    void a.auth.signOut()
    await settle()
    expect(entries.get('session')).toMatchObject({ token: 'token-of-alice' })
    expect(idOf(b)).toBe(alice.id)
  })

  it('the tabs of one browser take another tab’s newer token when theirs is refused, instead of ending the session', async () => {
    const entries = new Map<string, unknown>()
    const [a, b] = [1, 2].map(() =>
      makeAuth({ storage: memoryStorage(entries), launchCredentials: undefined }),
    ) as [Tab, Tab]
    await a.auth.launch()
    await signIn(a, asBob)
    await b.auth.launch()
    a.clock.advance(1_000)
    const user = a.auth.current()?.user
    if (user !== undefined) a.auth.learn(user, { token: 'rotated', expiresInSeconds: 9_999_999 })
    const call = b.auth.request(pageCall())
    await settle()
    b.network.answer(refused(401, 'ended', { error_code: 'session_ended' }))
    await settle()
    b.network.answer(answered({ fine: true }))
    expect(await call).toMatchObject({ body: { fine: true } })
    expect(b.network.tokens()).toEqual(['password-token', 'rotated'])
  })

  it('a sign-out in one tab overtakes a sign-in that runs in another', async () => {
    const { tabs } = await openTabs(2)
    const [a, b] = tabs
    await signIn(a, asBob)
    const late = b.auth.signIn(asAlice)
    await settle()
    void a.auth.signOut()
    b.network.answer(granted(alice, 3_600, 'late'))
    await expect(late).rejects.toMatchObject({ code: 499 })
    expect(b.session()).toEqual({ tag: 'guest', reason: 'signedOut' })
  })
})
