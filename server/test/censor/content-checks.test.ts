import { eq } from 'drizzle-orm'
import { imageChecks } from '../../src/db/schema-files'
import { beginImageCheck, readImageCheck } from '../../src/censor/image-checks'
import { PUSH, verdictsForFile } from '../kit/verdicts'
import { photo, storage } from '../kit/storage'

const TEXT = '/hserve/v1.7/censor-msg/'
const LATER = '/hserve/v2.2/async-censor/'
// One of the two texts WeChat publishes for trying a refusal.
const RISKY_TEXT = '特3456书yuuo莞6543李zxcz蒜7782法fgnv级'

const { server, hand, judgeNext, verdictOn } = verdictsForFile()

const traceOf = async (id: string): Promise<string> => {
  const { db } = server.context
  const [check] = await db.select().from(imageChecks).where(eq(imageChecks.id, id))
  return String(check?.traceId)
}

describe('a text', () => {
  const check = (token: string, content: unknown) =>
    server.call('POST', TEXT, { body: { content }, token })

  it.each([
    ['hello', 'pass', false],
    [RISKY_TEXT, 'pass', true],
    ['hello', 'review', null],
  ] as const)(
    'a text like %s, of which WeChat thinks %s, is risky: %s',
    async (text, verdict, risky) => {
      const { token } = await hand.signIn('alice')
      if (verdict === 'review') judgeNext(verdict, 'wxa/msg_sec_check')
      expect(await check(token, text)).toEqual({ status: 200, body: { risky } })
    },
  )

  it('a text to check is refused when it is empty, too long, or no one is signed in', async () => {
    const { token } = await hand.signIn('alice')
    expect((await check(token, '')).status).toBe(400)
    expect((await check(token, 'x'.repeat(2501))).status).toBe(400)
    expect((await check('nobody', 'hello')).status).toBe(401)
  })

  it('a text is checked 120 times a minute for one user', async () => {
    const { token } = await hand.signIn('busy')
    for (let times = 0; times < 120; times++) expect((await check(token, 'hello')).status).toBe(200)
    expect((await check(token, 'hello')).status).toBe(429)
  })
})

describe('a stored picture', () => {
  const begin = (token: string, fileId: string) =>
    server.call('POST', LATER, { body: { file_id: fileId }, token })
  const read = (token: string, id: string) => server.call('GET', `${LATER}${id}/`, { token })

  it.each([
    ['pass', false],
    ['risky', true],
    ['review', null],
  ] as const)('a stored picture is judged by a push: %s is risky %s', async (suggest, risky) => {
    const { token } = await hand.signIn('carol')
    const fileId = await storage(server).upload(token, await photo())
    const begun = await begin(token, fileId)
    const unknown = { risky: null, status_code: null, error_code: 0, error_message: 'ok' }
    expect(begun).toEqual({ status: 201, body: { ...unknown, id: begun.body.id } })
    expect(await read(token, begun.body.id)).toEqual({ status: 200, body: begun.body })

    const trace = await traceOf(begun.body.id)
    for (let repetition = 0; repetition < 2; repetition++) {
      expect(await verdictOn(trace, suggest)).toEqual({ status: 200, body: 'success' })
    }
    expect((await read(token, begun.body.id)).body).toMatchObject({ risky, status_code: 0 })
    expect((await server.app.inject(`/files/${fileId}`)).statusCode).toBe(200)
  })

  it('a stored picture is taken, and not known to be risky, when WeChat cannot be asked', async () => {
    const { token } = await hand.register('jill')
    const begun = await begin(token, await storage(server).upload(token, await photo()))
    expect(begun).toMatchObject({ status: 201, body: { risky: null } })
    expect(await read(token, begun.body.id)).toEqual({ status: 200, body: begun.body })
  })

  it('a stored picture is judged for its owner alone, who alone reads the verdict', async () => {
    const [carol, dave] = [await hand.signIn('carol'), await hand.signIn('dave')]
    const fileId = await storage(server).upload(carol.token, await photo())
    const { body } = await begin(carol.token, fileId)
    expect((await begin(dave.token, fileId)).status).toBe(404)
    expect((await begin(carol.token, 'nothing')).status).toBe(404)
    expect((await read(dave.token, body.id)).status).toBe(404)
    expect((await read('nobody', body.id)).status).toBe(401)
    for (const id of ['x', '00000000-0000-0000-0000-000000000000']) {
      expect((await read(carol.token, id)).status).toBe(404)
    }
  })

  it('a stored picture has its verdict also when the push is faster than our note of the check', async () => {
    const { user } = await hand.signIn('erin')
    const { wechat } = server.context
    const checkImage = async () => {
      await verdictOn('early-trace', 'risky')
      return 'early-trace'
    }
    const id = '11111111-1111-1111-1111-111111111111'
    const whose = { id, userId: user.id, openid: hand.openid('erin'), url: 'http://localhost/x' }
    const check = await beginImageCheck(
      { ...server.context, wechat: { ...wechat, checkImage } },
      whose,
    )
    expect(check).toEqual({ id, verdict: 'risky' })
    expect(await readImageCheck(server.context, id, user.id)).toEqual(check)
  })

  it('a stored picture is judged by WeChat alone: an unsigned push says nothing', async () => {
    const { token } = await hand.signIn('carol')
    const { body } = await begin(token, await storage(server).upload(token, await photo()))
    const event = { Event: 'wxa_media_check', trace_id: await traceOf(body.id), result: {} }
    expect((await server.call('POST', PUSH, { body: event })).status).toBe(403)
    expect((await read(token, body.id)).body.risky).toBeNull()
  })
})
