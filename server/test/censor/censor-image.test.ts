import { eq } from 'drizzle-orm'
import { files } from '../../src/db/schema-files'
import { checkNow } from '../../src/censor/check-now'
import { cleanPicture } from '../../src/files/picture'
import { sweep } from '../../src/maintenance/sweep'
import { openTestServer } from '../kit/test-server'
import { PUSH_TOKEN } from '../kit/push-query'
import { PUSH, verdictsForFile } from '../kit/verdicts'
import { phoneInHand } from '../kit/phone-in-hand'
import { sendForm } from '../kit/send-form'
import { photo } from '../kit/storage'

const IMAGE = '/hserve/v2.6/censor-image/'

const { server, hand, judgeNext, verdictOn } = verdictsForFile()

const HOUR = 60 * 60_000
const member = { 'x-hydrogen-client-id': 'starter-dev' }
const as = (token: string) => ({ ...member, authorization: `Hydrogen-r1 ${token}` })

const filesOf = (userId: number) =>
  server.context.db.select({ id: files.id }).from(files).where(eq(files.userId, userId))

describe('a picture that is only judged', () => {
  beforeAll(async () => {
    const address = await server.app.listen({ host: '127.0.0.1', port: 0 })
    const target = { url: `${address}${PUSH}`, token: PUSH_TOKEN }
    const answer = await fetch(`${server.wechat.url}/control/push/target`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(target),
    })
    expect(await answer.json()).toEqual({})
  })

  it.each([
    ['pass', false],
    ['risky', true],
  ] as const)(
    'a picture that is only judged is answered at once under %s with %s, and is kept nowhere',
    async (suggest, risky) => {
      const { token, user } = await hand.signIn('finn')
      judgeNext(suggest, 'wxa/media_check_async')
      const answer = await sendForm(server, IMAGE, {}, await photo(), as(token))
      expect(answer).toEqual({ status: 200, body: { risky } })
      expect(await filesOf(user.id)).toEqual([])
    },
  )

  it('a picture that is only judged is not known to be risky while WeChat says nothing, and goes when it does', async () => {
    const { user } = await hand.signIn('grace')
    const { wechat } = server.context
    const silent = { ...wechat, checkImage: async () => 'late-trace' }
    const pauses: number[] = []
    const verdict = await checkNow(
      { ...server.context, wechat: silent },
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

  it('a picture that is only judged goes with its check when WeChat never says anything', async () => {
    const { user } = await hand.signIn('hana')
    const { wechat } = server.context
    await checkNow(
      { ...server.context, wechat: { ...wechat, checkImage: async () => 'lost-trace' } },
      await cleanPicture(await photo()),
      { userId: user.id, openid: hand.openid('hana') },
      (path) => `http://localhost${path}`,
      { pause: async () => undefined },
    )
    server.clock.advance(30 * 24 * HOUR - 1)
    await sweep(server.context)
    expect(await filesOf(user.id)).toHaveLength(1)
    server.clock.advance(1)
    await sweep(server.context)
    expect(await filesOf(user.id)).toEqual([])
  })

  it('a picture that is only judged is not known to be risky, and kept nowhere, when WeChat cannot be asked', async () => {
    const { token, user } = await hand.signIn('ivy')
    server.clock.advance(2 * HOUR + 1)
    const unknown = { status: 200, body: { risky: null } }
    expect(await sendForm(server, IMAGE, {}, await photo(), as(token))).toEqual(unknown)
    expect(await filesOf(user.id)).toEqual([])

    const unlinked = await hand.register('henry')
    expect(await sendForm(server, IMAGE, {}, await photo(), as(unlinked.token))).toEqual(unknown)
    expect(await filesOf(Number(unlinked.user.id))).toEqual([])
  })

  it('judging a picture is refused without a session, a client ID, or a picture', async () => {
    const { token } = await hand.signIn('finn')
    const { authorization } = as(token)
    expect((await sendForm(server, IMAGE, {}, await photo(), member)).status).toBe(401)
    expect((await sendForm(server, IMAGE, {}, await photo(), { authorization })).status).toBe(400)
    expect((await sendForm(server, IMAGE, {}, Buffer.from('text'), as(token))).status).toBe(415)
    expect((await sendForm(server, IMAGE, {}, null, as(token))).status).toBe(400)
  })

  it('a picture that is only judged stays undecided where no pushes are set up', async () => {
    const deaf = await openTestServer()
    const { token } = await phoneInHand(deaf).signIn('alice')
    const answer = await sendForm(deaf, IMAGE, {}, await photo(), as(token))
    await deaf.close()
    expect(answer).toEqual({ status: 200, body: { risky: null } })
  }, 120_000)
})
