import { wechatTokens } from '../../src/db/schema-wechat'
import { createAccessTokens } from '../../src/wechat/access-token'
import { LEASE_MS, createTokenStore } from '../../src/wechat/token-store'
import { serverForFile } from '../kit/server-for-file'

const APPID = 'wx0123456789abcdef'

const { server } = serverForFile()

beforeEach(async () => {
  await server.context.db.delete(wechatTokens)
})

const openStore = (appid = APPID) => createTokenStore(appid, server.context)
const fresh = (token: string) => ({ token, untilMs: server.clock.now() + 3_600_000 })

describe('the store of an access_token', () => {
  it('the store of an access_token holds one for each AppID', async () => {
    const [ours, others] = [openStore(), openStore('wxfedcba9876543210')]
    const token = fresh('ours')
    expect(await ours.takeLease()).toBeNull()
    await ours.release(token)
    expect(await others.read()).toBeNull()
    expect(await others.takeLease()).toBeNull()
    await others.release(fresh('of another'))
    expect(await ours.read()).toEqual(token)
    expect(await others.read()).toEqual(fresh('of another'))
  })

  it('the store of an access_token takes nothing from a process that has lost its lease', async () => {
    const [slow, other, third] = [openStore(), openStore(), openStore()]
    expect(await slow.takeLease()).toBeNull()
    expect(await other.takeLease()).toBe('taken')
    server.clock.advance(LEASE_MS)
    expect(await other.takeLease()).toBeNull()

    expect(await slow.countForced()).toBe(false)
    await slow.release(fresh('late'))
    expect(await other.read()).toBeNull()
    expect(await third.takeLease()).toBe('taken')
  })

  it('the store of an access_token lets one be forced thirty seconds after another', async () => {
    const store = openStore()
    await store.takeLease()
    expect(await store.countForced()).toBe(true)
    server.clock.advance(29_999)
    expect(await store.countForced()).toBe(false)
    server.clock.advance(1)
    expect(await store.countForced()).toBe(true)
  })
})

describe('an access_token of a short life', () => {
  it('an access_token of a short life is used for half of it', async () => {
    let asked = 0
    const call = async () => ({ access_token: `token ${++asked}`, expires_in: 60 })
    const tokens = createAccessTokens(
      call as unknown as Parameters<typeof createAccessTokens>[0],
      { ...server.context.settings.wechat, appid: APPID },
      server.context,
    )
    expect(await tokens.get()).toBe('token 1')
    server.clock.advance(29_999)
    expect(await tokens.get()).toBe('token 1')
    server.clock.advance(1)
    expect(await tokens.get()).toBe('token 2')
  })
})
