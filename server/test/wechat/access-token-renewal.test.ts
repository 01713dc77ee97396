import { wechatTokens } from '../../src/db/schema-wechat'
import { createAccessTokens } from '../../src/wechat/access-token'
import { createWechatCaller } from '../../src/wechat/call'
import { openTestServer, type TestServer } from '../kit/test-server'

const APPID = 'touristappid'
const TOKEN = 'cgi-bin/stable_token'
const DAY = 24 * 60 * 60_000

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
}, 120_000)

beforeEach(async () => {
  const { platform } = server.wechat
  for (const part of [platform.calls, platform.faults, platform.accessTokens]) part.clear()
  await server.context.db.delete(wechatTokens)
})

afterAll(() => server.close())

const refuse = (errcode: number, api: typeof TOKEN, times = 1) =>
  server.wechat.platform.faults.inject({ api, trouble: { kind: 'errcode', errcode }, times })
const fetched = () => server.wechat.platform.calls.counts()[TOKEN] ?? 0
const row = async () => {
  const [found] = await server.context.db.select().from(wechatTokens)
  return found
}

describe('the lease of a process that renews the token', () => {
  const tokensWith = (pause: (ms: number) => Promise<void>) => {
    const { wechat } = server.context.settings
    return createAccessTokens(
      createWechatCaller(wechat.apiBase, server.clock),
      wechat,
      server.context,
      pause,
    )
  }
  const takeLease = (forMs: number) =>
    server.context.db.insert(wechatTokens).values({
      appid: APPID,
      holder: '00000000-0000-0000-0000-000000000001',
      heldUntil: new Date(server.clock.now() + forMs),
    })

  it('the lease on the renewal of the token lets others wait for what it stores', async () => {
    await takeLease(7_000)
    const sealed = server.context.vault.seal('of-another-process', `access_token:${APPID}`)
    const tokens = tokensWith(async () => {
      const expiresAt = new Date(server.clock.now() + 60_000)
      await server.context.db.update(wechatTokens).set({ tokenSealed: sealed, expiresAt })
    })
    expect(await tokens.get()).toBe('of-another-process')
    expect(fetched()).toBe(0)
  })

  it('the lease on the renewal of the token ends by itself when its process was killed', async () => {
    await takeLease(7_000)
    const tokens = tokensWith(async (ms) => server.clock.advance(ms))
    const before = server.clock.now()
    expect(await tokens.get()).toMatch(/^1_/)
    expect(server.clock.now() - before).toBe(7_000)
  })

  it('the lease on the renewal of the token holds no one up when the clock was set back since', async () => {
    await takeLease(DAY)
    const tokens = tokensWith(() => Promise.reject(new Error('there is nothing to wait for')))
    expect(await tokens.get()).toMatch(/^1_/)
  })

  it('the lease on the renewal of the token is returned after a failure, so that the next call is not kept waiting', async () => {
    refuse(-1, TOKEN)
    const tokens = tokensWith(() => Promise.reject(new Error('there is nothing to wait for')))
    await expect(tokens.get()).rejects.toThrow('errcode -1')
    expect(await row()).toMatchObject({ holder: null, tokenSealed: null })
    expect(await tokens.get()).toMatch(/^1_/)
  })

  it('the lease on the renewal of the token is waited for no longer than it can last: 503', async () => {
    await takeLease(60_000)
    let waitedMs = 0
    const tokens = tokensWith(async (ms) => void (waitedMs += ms))
    await expect(tokens.get()).rejects.toMatchObject({ status: 503 })
    expect(waitedMs).toBeLessThanOrEqual(7_500)
  })
})
