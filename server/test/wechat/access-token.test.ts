import { wechatTokens } from '../../src/db/schema-wechat'
import { createVault } from '../../src/security/vault'
import { createWechatClient, type WechatClient } from '../../src/wechat/client'
import { openTestServer, type TestServer } from '../kit/test-server'
import { phoneInHand, type PhoneInHand } from '../kit/phone-in-hand'

const APPID = 'touristappid'
const PHONE = 'wxa/business/getuserphonenumber'
const TOKEN = 'cgi-bin/stable_token'
const DAY = 24 * 60 * 60_000

let server: TestServer
let hand: PhoneInHand
/** The client of another process each: they have the database in common, and nothing else. */
let processes: readonly [WechatClient, WechatClient]

beforeAll(async () => {
  server = await openTestServer()
  hand = phoneInHand(server)
}, 120_000)

beforeEach(async () => {
  const { platform } = server.wechat
  for (const part of [platform.calls, platform.faults, platform.accessTokens]) part.clear()
  await server.context.db.delete(wechatTokens)
  const client = () => createWechatClient(server.context.settings.wechat, server.context)
  processes = [client(), client()]
})

afterAll(() => server.close())

const refuse = (errcode: number, api: typeof PHONE | typeof TOKEN, times = 1) =>
  server.wechat.platform.faults.inject({ api, trouble: { kind: 'errcode', errcode }, times })
const fetched = () => server.wechat.platform.calls.counts()[TOKEN] ?? 0
const phoneAt = (wechat: WechatClient, person = 'alice') => {
  const { phone_code: code } = hand.phoneButton(person)
  return wechat.phoneNumber(code, hand.openid(person))
}
const row = async () => {
  const [found] = await server.context.db.select().from(wechatTokens)
  return found
}
const forced = async () => (await row())?.forced

describe('one access token for all processes', () => {
  it('the access token is fetched once by two processes with many calls each at the same moment', async () => {
    const calls = Array.from({ length: 20 }, (_, i) =>
      processes.map((wechat) => phoneAt(wechat, `person-${i}`)),
    )
    expect(await Promise.all(calls.flat())).toHaveLength(40)
    expect(fetched()).toBe(1)
  })

  it('the access token is kept in memory, and the database asked for it no more while it is good', async () => {
    const [wechat] = processes
    await phoneAt(wechat)
    await server.context.db.delete(wechatTokens)
    await phoneAt(wechat)
    expect(fetched()).toBe(1)
  })

  it('the access token survives one refusal with few tokens and no failure, in calls 31 s apart by both', async () => {
    for (const wechat of processes) await phoneAt(wechat)
    refuse(40001, PHONE)
    for (let call = 0; call < 24; call++) {
      await phoneAt(call % 2 === 0 ? processes[0] : processes[1])
      server.clock.advance(31_000)
    }
    // The first, the same again in normal mode, and a forced one.
    expect(fetched()).toBe(3)
    expect(await forced()).toBe(1)
  })

  it('the access token is not forced when WeChat has replaced it by itself: normal mode returns the new one', async () => {
    for (const wechat of processes) await phoneAt(wechat)
    server.wechat.platform.accessTokens.stable(APPID, 'force-refresh')
    for (const wechat of processes) await phoneAt(wechat)
    expect(fetched()).toBe(2)
    expect(await forced()).toBe(0)
  })

  it.each([40001, 40014, 42001])(
    'the access token is renewed when it is refused with %i',
    async (errcode) => {
      await phoneAt(processes[0])
      const before = await row()
      refuse(errcode, PHONE)
      expect(await phoneAt(processes[0])).toMatchObject({ countryCode: '86' })
      expect((await row())?.tokenSealed).not.toBe(before?.tokenSealed)
    },
  )

  it('the access token is fetched in normal mode when WeChat forces no more today (45009)', async () => {
    const { platform } = server.wechat
    await phoneAt(processes[0])
    for (let times = 0; times < 20; times++) {
      platform.accessTokens.stable(APPID, 'force-refresh')
      server.clock.advance(30_000)
    }
    await phoneAt(processes[0])
    refuse(40001, PHONE)
    expect(await phoneAt(processes[0])).toMatchObject({ countryCode: '86' })
    expect(platform.accessTokens.stable(APPID, 'force-refresh')).toEqual({ kind: 'quota' })
  })

  it('the access token is forced ten times a day by all processes together, and the next day again', async () => {
    for (let times = 0; times < 15; times++) {
      await phoneAt(processes[times % 2 === 0 ? 0 : 1])
      refuse(40001, PHONE)
      await phoneAt(processes[times % 2 === 0 ? 0 : 1])
      server.clock.advance(60_000)
    }
    expect(await forced()).toBe(10)
    server.clock.advance(DAY)
    await phoneAt(processes[0])
    refuse(40001, PHONE)
    await phoneAt(processes[0])
    expect(await forced()).toBe(1)
  })

  it('the access token is not forced twice within thirty seconds', async () => {
    await phoneAt(processes[0])
    for (let times = 0; times < 3; times++) {
      refuse(40001, PHONE)
      await phoneAt(processes[0])
    }
    expect(await forced()).toBe(1)
  })

  it('an access token that WeChat keeps refusing is answered 503 and fetched twice, not again and again', async () => {
    await phoneAt(processes[0])
    refuse(40001, PHONE, 2)
    await expect(phoneAt(processes[0])).rejects.toMatchObject({
      status: 503,
      errorCode: 'wechat_unavailable',
      details: { retry_after: 30 },
    })
    expect(fetched()).toBe(3)
  })

  it('an access token that WeChat does not issue, for a wrong secret, is left to the operator and logged as an error', async () => {
    refuse(40001, TOKEN)
    await expect(phoneAt(processes[0])).rejects.toThrow('stable_token with errcode 40001')
  })

  it('the access token stands in the table sealed only', async () => {
    await phoneAt(processes[0])
    const plain = server.wechat.platform.accessTokens.stable(APPID, 'normal')
    const stored = await row()
    expect(plain).toMatchObject({ kind: 'token' })
    expect(JSON.stringify(stored)).not.toContain(
      plain.kind === 'token' ? plain.accessToken : 'nothing',
    )
    expect(stored).toMatchObject({ holder: null, heldUntil: null })
  })

  it('the access token is fetched again when the key that sealed it is gone', async () => {
    await phoneAt(processes[0])
    const key = { id: 'fresh', key: Buffer.alloc(32, 7) }
    const vault = createVault([key], Buffer.alloc(32, 8))
    const other = createWechatClient(server.context.settings.wechat, { ...server.context, vault })
    expect(await phoneAt(other)).toMatchObject({ countryCode: '86' })
    expect(fetched()).toBe(2)
  })
})
