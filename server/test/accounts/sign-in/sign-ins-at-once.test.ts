import { eq, inArray, sql } from 'drizzle-orm'
import { buildApp } from '../../../src/app'
import { createContext } from '../../../src/create-context'
import { auditEvents, sessions, spentCodes, users, wechatIdentities } from '../../../src/db/schema'
import { LIMITS } from '../../../src/security/limits'
import type { WechatSession } from '../../../src/wechat/client'
import { openTestServer, type Answer, type TestServer } from '../../kit/test-server'
import { phoneInHand, type PhoneInHand } from '../../kit/phone-in-hand'

const SILENT = '/hserve/v2.5/idp/wechat/silent-login/'
const CROWD = 40

let server: TestServer
let hand: PhoneInHand

beforeAll(async () => {
  server = await openTestServer()
  hand = phoneInHand(server)
  // The first of all statements takes PGlite long: no test should wait for it beside a network timer.
  await hand.signIn('the first of all')
})

afterAll(() => server.close())

const crowd = <T>(make: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: CROWD }, (_, index) => make(index)))

const login = (code: string, more: object = {}, token?: string) =>
  server.call('POST', SILENT, {
    body: { code, ...more },
    ...(token !== undefined && { token }),
  })

const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status)

/** Makes accounts of these people, as if they had signed in before: their ids. */
const introduce = async (people: readonly string[]): Promise<number[]> => {
  const { db, clock, settings } = server.context
  const createdAt = new Date(clock.now())
  const made = await db
    .insert(users)
    .values(people.map(() => ({ createdAt, updatedAt: createdAt })))
    .returning({ id: users.id })
  const ids = made.map(({ id }) => id)
  const { appid } = settings.wechat
  await db.insert(wechatIdentities).values(
    people.map((person, i) => ({
      appid,
      openid: hand.openid(person),
      userId: ids[i] ?? 0,
      createdAt,
    })),
  )
  return ids
}

/** A process beside the test server whose WeChat says what `sessionOf` says, any number of times. */
const openBeside = async (sessionOf: (code: string) => Partial<WechatSession>) => {
  const { settings, db, clock } = server.context
  const context = createContext(settings, db, clock, [], () => undefined)
  const wechat = {
    ...context.wechat,
    codeToSession: async (code: string) => ({
      openid: '',
      sessionKey: 'a'.repeat(24),
      unionid: null,
      ...sessionOf(code),
    }),
  }
  const app = await buildApp({ ...context, wechat })
  return async (code: string): Promise<Answer> => {
    const headers = { 'x-hydrogen-client-id': settings.clientId }
    const payload = { code, create_user: false }
    const reply = await app.inject({ method: 'POST', url: SILENT, headers, payload })
    return { status: reply.statusCode, body: reply.json() }
  }
}

describe('sign-ins at once', () => {
  it('the concurrent sign-ins of as many people sign each in to their own account, with a session of their own', async () => {
    const ids = await introduce(Array.from({ length: CROWD }, (_, i) => `person-${i}`))
    const before = await server.context.db.$count(auditEvents)
    const answers = await crowd((i) => login(hand.code(`person-${i}`)))

    expect(statuses(answers)).toEqual(Array(CROWD).fill(201))
    expect(answers.map(({ body }) => body.user_info.id)).toEqual(ids)
    expect(answers.map(({ body }) => body.user_info.openid)).toEqual(
      ids.map((_, i) => hand.openid(`person-${i}`)),
    )
    const read = await crowd((i) => hand.read(ids[i] ?? 0, answers[i]?.body.token))
    expect(read).toEqual(answers.map(({ body }) => body.user_info))
    expect(await server.context.db.$count(auditEvents)).toBe(before + CROWD)
  })

  it('the concurrent sign-ins of as many people share transactions, which takes less than one for each', async () => {
    const ids = await introduce(Array.from({ length: CROWD }, (_, i) => `sharing-${i}`))
    await crowd((i) => login(hand.code(`sharing-${i}`)))
    const written = await server.context.db
      .select({ transaction: sql<string>`xmin::text` })
      .from(sessions)
      .where(inArray(sessions.userId, ids))
    expect(written).toHaveLength(CROWD)
    const transactions = new Set(written.map(({ transaction }) => transaction))
    expect(transactions.size).toBeLessThan(CROWD)
  })

  it('the concurrent sign-ins of one person all succeed, each counted and with a session of its own', async () => {
    const { user } = await hand.signIn('busy')
    const answers = await crowd(() => login(hand.code('busy')))

    expect(statuses(answers)).toEqual(Array(CROWD).fill(201))
    expect(new Set(answers.map(({ body }) => body.token)).size).toBe(CROWD)
    const ofUser = eq(sessions.userId, user.id)
    expect(await server.context.db.$count(sessions, ofUser)).toBe(CROWD + 1)
    const [identity] = await server.context.db
      .select({ times: wechatIdentities.loginTimes, hits: wechatIdentities.loginHits })
      .from(wechatIdentities)
      .where(eq(wechatIdentities.userId, user.id))
    expect(identity).toEqual({ times: CROWD + 1, hits: CROWD })
  })

  /** Lets someone have signed in so often within the minute that runs. */
  const haveSignedIn = async (person: string, hits: number) => {
    await hand.signIn(person)
    await hand.signIn(person)
    await server.context.db
      .update(wechatIdentities)
      .set({ loginHits: hits })
      .where(eq(wechatIdentities.openid, hand.openid(person)))
  }

  it('the concurrent sign-ins of one person beyond the limit are refused one by one, not all or none', async () => {
    const fit = 10
    await haveSignedIn('eager', LIMITS.loginsPerOpenid.max - fit)
    const answers = await crowd(() => login(hand.code('eager')))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(fit)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(CROWD - fit)
  })

  it('the concurrent sign-ins with one code sign in once, whatever WeChat says', async () => {
    const { user } = await hand.signIn('copied')
    const at = await openBeside(() => ({ openid: hand.openid('copied') }))
    const answers = await crowd(() => at('one code'))

    expect(statuses(answers).sort()).toEqual([201, ...Array(CROWD - 1).fill(400)])
    expect(await server.context.db.$count(sessions, eq(sessions.userId, user.id))).toBe(2)
  })

  it('the concurrent sign-ins that replace one session all succeed, and that session is over', async () => {
    const { token, user } = await hand.signIn('renewing')
    const answers = await Promise.all(
      ['renewing', 'guest', 'renewing'].map((person) => login(hand.code(person), {}, token)),
    )
    expect(statuses(answers)).toEqual([201, 201, 201])
    expect(await hand.read(user.id, token)).toBe(401)
    for (const { body } of answers) {
      expect(await hand.read(body.user_info.id, body.token)).toEqual(body.user_info)
    }
  })

  it('a sign-in ends the session that the request carried, also when it makes an account', async () => {
    const { token, user } = await hand.signIn('leaving')
    const { status } = await login(hand.code('moving in'), {}, token)
    expect(status).toBe(201)
    expect(await hand.read(user.id, token)).toBe(401)
  })

  it('the concurrent sign-ins of all sorts are answered each for itself, a value the database refuses included', async () => {
    const known = (await hand.signIn('known')).user.id
    await hand.signIn('consumed')
    await haveSignedIn('over', LIMITS.loginsPerOpenid.max)
    await login(hand.code('with-unionid'), { login_with_unionid: true })

    const openids: Readonly<Record<string, string>> = {
      refused: 'an openid\0no column can hold',
      stranger: 'an openid nobody has',
    }
    const at = await openBeside((code) => ({ openid: openids[code] ?? hand.openid(code) }))
    expect((await at('consumed')).status).toBe(201)
    const codesBefore = await server.context.db.$count(spentCodes)

    const all = ['known', 'refused', 'stranger', 'over', 'consumed', 'with-unionid']
    const answers = await Promise.all(all.map(at))
    expect(statuses(answers)).toEqual([201, 500, 404, 429, 400, 201])
    expect(answers[0]?.body.user_info.id).toBe(known)
    // Anyone who was refused by the database has consumed nothing.
    expect(await server.context.db.$count(spentCodes)).toBe(codesBefore + 4)
  })
})
