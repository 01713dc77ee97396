import { eq } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { files, imageChecks } from '../src/db/schema'
import type { Suggest } from '../../simulator/platform/faults'
import { beginImageCheck, readImageCheck } from '../src/censor/image-checks'
import { checkNow } from '../src/censor/check-now'
import { cleanPicture } from '../src/files/picture'
import { openDesk, type Desk } from './kit/desk'
import { phoneInHand, type PhoneInHand } from './kit/phone-in-hand'
import { photo, sendForm, storage } from './kit/storage'

const PUSH = '/ext/v1/wechat/push/'
const PUSH_TOKEN = 'pushtoken'
const TEXT = '/hserve/v1.7/censor-msg/'
const IMAGE = '/hserve/v2.6/censor-image/'
const LATER = '/hserve/v2.2/async-censor/'
// One of the two texts WeChat gives out for trying a refusal.
const RISKY_TEXT = '特3456书yuuo莞6543李zxcz蒜7782法fgnv级'

let desk: Desk
let hand: PhoneInHand
beforeAll(async () => {
  desk = await openDesk({ WECHAT_PUSH_TOKEN: PUSH_TOKEN })
  hand = phoneInHand(desk)
}, 120_000)
afterAll(() => desk.close())

const judgeNext = (suggest: Suggest, api: 'wxa/msg_sec_check' | 'wxa/media_check_async') =>
  desk.wechat.platform.faults.inject({ trouble: { kind: 'verdict', suggest }, api, times: 1 })

const HOUR = 60 * 60_000
const member = { 'x-hydrogen-client-id': 'starter-dev' }
const as = (token: string) => ({ ...member, authorization: `Hydrogen-r1 ${token}` })

/** Pushes an event to the server, signed as WeChat signs. */
const push = (event: object) => {
  const timestamp = String(Math.floor(desk.clock.now() / 1000))
  const nonce = '42'
  const signature = createHash('sha1')
    .update([PUSH_TOKEN, timestamp, nonce].sort().join(''))
    .digest('hex')
  return desk.call('POST', `${PUSH}?${new URLSearchParams({ signature, timestamp, nonce })}`, {
    body: event,
  })
}
const verdictOn = (traceId: string, suggest: string) =>
  push({ Event: 'wxa_media_check', trace_id: traceId, result: { suggest, label: 100 }, errcode: 0 })

const traceOf = async (id: string): Promise<string> => {
  const { db } = desk.context
  const [check] = await db.select().from(imageChecks).where(eq(imageChecks.id, id))
  return String(check?.traceId)
}

const filesOf = (userId: number) =>
  desk.context.db.select({ id: files.id }).from(files).where(eq(files.userId, userId))

describe('a text', () => {
  const check = (token: string, content: unknown) =>
    desk.call('POST', TEXT, { body: { content }, token })

  it.each([
    ['hello', 'pass', false],
    [RISKY_TEXT, 'pass', true],
    ['hello', 'review', null],
  ] as const)('like %s, of which WeChat thinks %s, is risky: %s', async (text, verdict, risky) => {
    const { token } = await hand.signIn('alice')
    if (verdict === 'review') judgeNext(verdict, 'wxa/msg_sec_check')
    expect(await check(token, text)).toEqual({ status: 200, body: { risky } })
  })

  it('is refused when it is empty, too long, or nobody is signed in', async () => {
    const { token } = await hand.signIn('alice')
    expect((await check(token, '')).status).toBe(400)
    expect((await check(token, 'x'.repeat(2501))).status).toBe(400)
    expect((await check('nobody', 'hello')).status).toBe(401)
  })

  it('is checked 120 times a minute for one user', async () => {
    const { token } = await hand.signIn('busy')
    for (let times = 0; times < 120; times++) expect((await check(token, 'hello')).status).toBe(200)
    expect((await check(token, 'hello')).status).toBe(429)
  })
})

describe('a stored picture', () => {
  const begin = (token: string, fileId: string) =>
    desk.call('POST', LATER, { body: { file_id: fileId }, token })
  const read = (token: string, id: string) => desk.call('GET', `${LATER}${id}/`, { token })

  it.each([
    ['pass', false],
    ['risky', true],
    ['review', null],
  ] as const)('is judged by a push: %s is risky %s', async (suggest, risky) => {
    const { token } = await hand.signIn('carol')
    const fileId = await storage(desk).upload(token, await photo())
    const begun = await begin(token, fileId)
    const unknown = { risky: null, status_code: null, error_code: 0, error_message: 'ok' }
    expect(begun).toEqual({ status: 201, body: { ...unknown, id: begun.body.id } })
    expect(await read(token, begun.body.id)).toEqual({ status: 200, body: begun.body })

    const trace = await traceOf(begun.body.id)
    for (let repetition = 0; repetition < 2; repetition++)
      expect(await verdictOn(trace, suggest)).toEqual({ status: 200, body: 'success' })
    expect((await read(token, begun.body.id)).body).toMatchObject({ risky, status_code: 0 })
    expect((await desk.app.inject(`/files/${fileId}`)).statusCode).toBe(200)
  })

  it('is taken, and not known to be risky, when WeChat cannot be asked', async () => {
    const { token } = await hand.register('jill')
    const begun = await begin(token, await storage(desk).upload(token, await photo()))
    expect(begun).toMatchObject({ status: 201, body: { risky: null } })
    expect(await read(token, begun.body.id)).toEqual({ status: 200, body: begun.body })
  })

  it('is its owner’s to have judged, and so is the verdict', async () => {
    const [carol, dave] = [await hand.signIn('carol'), await hand.signIn('dave')]
    const fileId = await storage(desk).upload(carol.token, await photo())
    const { body } = await begin(carol.token, fileId)
    expect((await begin(dave.token, fileId)).status).toBe(404)
    expect((await begin(carol.token, 'nothing')).status).toBe(404)
    expect((await read(dave.token, body.id)).status).toBe(404)
    expect((await read('nobody', body.id)).status).toBe(401)
    for (const id of ['x', '00000000-0000-0000-0000-000000000000'])
      expect((await read(carol.token, id)).status).toBe(404)
  })

  it('has its verdict also when the push is faster than our note of the check', async () => {
    const { user } = await hand.signIn('erin')
    const { wechat } = desk.context
    const checkImage = async () => {
      await verdictOn('early-trace', 'risky')
      return 'early-trace'
    }
    const id = '11111111-1111-1111-1111-111111111111'
    const whose = { id, userId: user.id, openid: hand.openid('erin'), url: 'http://localhost/x' }
    const check = await beginImageCheck(
      { ...desk.context, wechat: { ...wechat, checkImage } },
      whose,
    )
    expect(check).toEqual({ id, verdict: 'risky' })
    expect(await readImageCheck(desk.context, id, user.id)).toEqual(check)
  })

  it('is judged by WeChat alone: an unsigned push says nothing', async () => {
    const { token } = await hand.signIn('carol')
    const { body } = await begin(token, await storage(desk).upload(token, await photo()))
    const event = { Event: 'wxa_media_check', trace_id: await traceOf(body.id), result: {} }
    expect((await desk.call('POST', PUSH, { body: event })).status).toBe(403)
    expect((await read(token, body.id)).body.risky).toBeNull()
  })
})

describe('a picture that is only judged', () => {
  beforeAll(async () => {
    const address = await desk.app.listen({ host: '127.0.0.1', port: 0 })
    const target = { url: `${address}${PUSH}`, token: PUSH_TOKEN }
    const answer = await fetch(`${desk.wechat.url}/control/push/target`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(target),
    })
    expect(await answer.json()).toEqual({})
  })

  it.each([
    ['pass', false],
    ['risky', true],
  ] as const)('under %s answers %s at once, and is kept nowhere', async (suggest, risky) => {
    const { token, user } = await hand.signIn('finn')
    judgeNext(suggest, 'wxa/media_check_async')
    const answer = await sendForm(desk, IMAGE, {}, await photo(), as(token))
    expect(answer).toEqual({ status: 200, body: { risky } })
    expect(await filesOf(user.id)).toEqual([])
  })

  it('is not known to be risky while WeChat says nothing, and goes when it does', async () => {
    const { user } = await hand.signIn('grace')
    const { wechat } = desk.context
    const silent = { ...wechat, checkImage: async () => 'late-trace' }
    const pauses: number[] = []
    const verdict = await checkNow(
      { ...desk.context, wechat: silent },
      await cleanPicture(await photo()),
      { userId: user.id, openid: hand.openid('grace') },
      (path) => `http://localhost${path}`,
      { pause: async (ms) => void pauses.push(ms) },
    )
    expect(verdict).toBe('pending')
    expect(pauses.reduce((sum, ms) => sum + ms)).toBe(4000)
    expect(await filesOf(user.id)).toHaveLength(1)

    await verdictOn('late-trace', 'pass')
    expect(await filesOf(user.id)).toEqual([])
  })

  it('is not known to be risky, and kept nowhere, when WeChat cannot be asked', async () => {
    const { token, user } = await hand.signIn('ivy')
    desk.clock.advance(2 * HOUR + 1)
    const unknown = { status: 200, body: { risky: null } }
    expect(await sendForm(desk, IMAGE, {}, await photo(), as(token))).toEqual(unknown)
    expect(await filesOf(user.id)).toEqual([])

    const unlinked = await hand.register('henry')
    expect(await sendForm(desk, IMAGE, {}, await photo(), as(unlinked.token))).toEqual(unknown)
    expect(await filesOf(Number(unlinked.user.id))).toEqual([])
  })

  it('is refused without a session, a client ID, or a picture', async () => {
    const { token } = await hand.signIn('finn')
    const { authorization } = as(token)
    expect((await sendForm(desk, IMAGE, {}, await photo(), member)).status).toBe(401)
    expect((await sendForm(desk, IMAGE, {}, await photo(), { authorization })).status).toBe(400)
    expect((await sendForm(desk, IMAGE, {}, Buffer.from('text'), as(token))).status).toBe(415)
    expect((await sendForm(desk, IMAGE, {}, null, as(token))).status).toBe(400)
  })

  it('stays undecided where no pushes are set up', async () => {
    const deaf = await openDesk()
    const { token } = await phoneInHand(deaf).signIn('alice')
    const answer = await sendForm(deaf, IMAGE, {}, await photo(), as(token))
    await deaf.close()
    expect(answer).toEqual({ status: 200, body: { risky: null } })
  }, 120_000)
})
