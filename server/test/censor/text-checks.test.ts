import { eq } from 'drizzle-orm'
import type { Trouble } from '../../../simulator/index'
import { recheckTexts } from '../../src/maintenance/recheck-texts'
import { auditEvents, users } from '../../src/db/schema'
import { pendingTextChecks } from '../../src/db/schema-wechat'
import { openTestServer, type TestServer } from '../kit/test-server'
import { phoneInHand, type PhoneInHand } from '../kit/phone-in-hand'

const CHECK = '/hserve/v1.7/censor-msg/'
const SAVE = '/hserve/v2.5/user/info/'
const TEXT = 'wxa/msg_sec_check'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const UNKNOWN = { status: 200, body: { risky: null } }
// One of the two texts WeChat publishes for trying a refusal.
const RISKY = '特3456书yuuo莞6543李zxcz蒜7782法fgnv级'

let server: TestServer
let hand: PhoneInHand
beforeAll(async () => {
  server = await openTestServer()
  hand = phoneInHand(server)
}, 120_000)
beforeEach(async () => {
  server.wechat.platform.faults.clear()
  await server.context.db.delete(pendingTextChecks)
})
afterAll(() => server.close())

const check = (token: string, content: string) =>
  server.call('POST', CHECK, { body: { content }, token })
const save = (token: string, nickname: string) =>
  server.call('PUT', SAVE, { body: { nickname }, token })
const trouble = (what: Trouble, times: number | 'until-cleared' = 'until-cleared') =>
  server.wechat.platform.faults.inject({ api: TEXT, trouble: what, times })
const isPending = async (userId: number) =>
  (await server.context.db.$count(pendingTextChecks, eq(pendingTextChecks.userId, userId))) > 0
const nicknameOf = async (id: number, token: string) => (await hand.read(id, token)).nickname
const kindsOf = async (userId: number) => {
  const events = await server.context.db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.userId, userId))
  return events.map(({ kind }) => kind)
}

/** An account with a password, linked to a person's WeChat; it was in WeChat just now. */
const linked = async (person: string) => {
  const { token, user } = await hand.register(person)
  const body = { code: hand.code(person) }
  const path = '/hserve/v2.4/idp/wechat/user-associate/'
  const answer = await server.call('POST', path, { body, token })
  await hand.signIn(person)
  return { token: String(answer.body.token), id: Number(user.id) }
}

describe('a text that WeChat cannot be asked about', () => {
  it('a text of an account without WeChat is not known to be risky, and a nickname can be saved', async () => {
    const { token, user } = await hand.register('webber')
    expect(await check(token, 'Webber')).toEqual(UNKNOWN)
    expect((await save(token, 'Webber')).status).toBe(200)
    expect(await nicknameOf(user.id, token)).toBe('Webber')
    expect(await isPending(user.id)).toBe(true)
  })

  it('a text of a person WeChat has not seen for two hours (61010) is not known to be risky', async () => {
    const { token, user } = await hand.signIn('away')
    server.clock.advance(2 * HOUR + 1)
    expect(await check(token, 'hello')).toEqual(UNKNOWN)
    expect(await isPending(user.id)).toBe(true)
  })

  it.each<Trouble>([
    { kind: 'dropped' },
    { kind: 'http', status: 502 },
    { kind: 'errcode', errcode: 45009 },
    { kind: 'errcode', errcode: 45011 },
    { kind: 'errcode', errcode: 48001 },
  ])('a text is not known to be risky while WeChat is in trouble (%j)', async (what) => {
    const { token, user } = await hand.signIn('unlucky')
    trouble(what)
    expect(await check(token, 'hello')).toEqual(UNKNOWN)
    expect(await isPending(user.id)).toBe(true)
  })

  it('a text is not checked later when WeChat was asked and was in doubt', async () => {
    const { token, user } = await hand.signIn('doubtful')
    trouble({ kind: 'verdict', suggest: 'review' }, 1)
    expect(await check(token, 'hello')).toEqual(UNKNOWN)
    expect(await isPending(user.id)).toBe(false)
  })

  it('an unchecked text is remembered once for an account, without the text, however often it asks', async () => {
    const { token, user } = await hand.register('asker')
    for (const text of ['one', 'two', 'three']) await check(token, text)
    const rows = await server.context.db.select().from(pendingTextChecks)
    const fresh = { triedAt: null, lookedAt: null }
    expect(rows).toEqual([{ userId: user.id, askedAt: expect.any(Date), ...fresh }])
  })
})

describe('the check that is made later', () => {
  const unchecked = async (person: string, nickname: string) => {
    const account = await linked(person)
    trouble({ kind: 'http', status: 502 }, 1)
    expect(await check(account.token, nickname)).toEqual(UNKNOWN)
    // WeChat's own sample of a risky text is longer than a new nickname may be.
    await server.context.db.update(users).set({ nickname }).where(eq(users.id, account.id))
    return account
  }

  it('the later check of a nickname clears a risky nickname, and writes that down', async () => {
    const { id, token } = await unchecked('mallory', RISKY)
    await recheckTexts(server.context)
    expect(await nicknameOf(id, token)).toBe('')
    expect(await kindsOf(id)).toContain('cleared_nickname')
    expect(await isPending(id)).toBe(false)
  })

  it('the later check of a nickname leaves a harmless nickname alone', async () => {
    const { id, token } = await unchecked('harold', 'Harold')
    await recheckTexts(server.context)
    expect(await nicknameOf(id, token)).toBe('Harold')
    expect(await kindsOf(id)).not.toContain('cleared_nickname')
    expect(await isPending(id)).toBe(false)
  })

  it('the later check of a nickname waits until the person has been in WeChat', async () => {
    const { id, token } = await unchecked('patient', RISKY)
    server.clock.advance(3 * HOUR)
    await recheckTexts(server.context)
    expect([await nicknameOf(id, token), await isPending(id)]).toEqual([RISKY, true])
    await hand.signIn('patient')
    await recheckTexts(server.context)
    expect([await nicknameOf(id, token), await isPending(id)]).toEqual(['', false])
  })

  it('the later check of a nickname is tried again, ten minutes later, when WeChat still cannot be asked', async () => {
    const { id, token } = await unchecked('stubborn', RISKY)
    trouble({ kind: 'dropped' })
    await recheckTexts(server.context)
    server.wechat.platform.faults.clear()
    await recheckTexts(server.context)
    expect([await nicknameOf(id, token), await isPending(id)]).toEqual([RISKY, true])
    server.clock.advance(10 * MINUTE)
    await recheckTexts(server.context)
    expect([await nicknameOf(id, token), await isPending(id)]).toEqual(['', false])
  })

  it('the later check of nicknames passes over one person WeChat does not know lately (61010), and goes on with the next', async () => {
    const [first, second] = [await unchecked('first', RISKY), await unchecked('second', RISKY)]
    trouble({ kind: 'errcode', errcode: 61010 }, 1)
    await recheckTexts(server.context)
    const left = [await isPending(first.id), await isPending(second.id)]
    expect(left.filter(Boolean)).toHaveLength(1)
  })

  it('the later check of a nickname does not touch a nickname that was changed while WeChat was asked', async () => {
    const { id, token } = await unchecked('changer', RISKY)
    const isRiskyText = async () => {
      await save(token, 'Changed')
      await check(token, 'Changed')
      return true
    }
    const wechat = { ...server.context.wechat, isRiskyText }
    await recheckTexts({ ...server.context, wechat })
    expect(await nicknameOf(id, token)).toBe('Changed')
  })

  it('the later check of a nickname is forgotten with the account, and after half a year', async () => {
    const { token, user } = await hand.register('forgotten')
    await check(token, 'hello')
    server.clock.advance(180 * 24 * HOUR)
    await recheckTexts(server.context)
    expect(await isPending(user.id)).toBe(false)
  })
})
