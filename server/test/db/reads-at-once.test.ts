import { eq, sql } from 'drizzle-orm'
import { wechatIdentities } from '../../src/db/schema'
import { serverForFile } from '../kit/server-for-file'

const CROWD = 40
const DAYS_30_MS = 30 * 86_400_000

const { server, hand } = serverForFile()

beforeAll(async () => {
  // The first of all statements takes PGlite long: no test should wait for it beside a network timer.
  await hand.signIn('the first of all')
})

const crowd = <T>(make: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: CROWD }, (_, index) => make(index)))

describe('reads at once', () => {
  it('the reads at once are answered each by its own token: live, expired, ended, invented', async () => {
    const expired = await hand.signIn('sleeper')
    server.clock.advance(DAYS_30_MS)
    const live = await Promise.all(['nina', 'olga', 'paul'].map(hand.signIn))
    const ended = await hand.signIn('quitter')
    await server.call('POST', '/hserve/v2.0/session/destroy/', { body: {}, token: ended.token })

    const bearers = [...live, expired, ended, { token: 'invented', user: live[0]?.user }]
    const answers = await crowd((i) => {
      const bearer = bearers[i % bearers.length]
      return hand.read(bearer?.user.id, bearer?.token ?? '')
    })
    answers.forEach((answer, i) => {
      const position = i % bearers.length
      expect(answer).toEqual(position < live.length ? live[position]?.user : 401)
    })
  })

  it('the reads at once show an account that has no WeChat, and a profile as WeChat returned it', async () => {
    const plain = await hand.register('plain')
    const vivid = await hand.signIn('vivid')
    await server.context.db
      .update(wechatIdentities)
      .set({ profile: sql`'{"nickName": "Ümit", "gender": 1}'::jsonb` })
      .where(eq(wechatIdentities.userId, vivid.user.id))
    const [first, second] = await Promise.all([
      hand.read(plain.user.id, plain.token),
      hand.read(vivid.user.id, vivid.token),
    ])
    expect(first).toMatchObject({ openid: null, unionid: null, _provider: {} })
    expect(second).toMatchObject({
      openid: hand.openid('vivid'),
      _provider: { wechat: { nickName: 'Ümit', gender: 1 } },
    })
  })
})
