import { eq } from 'drizzle-orm'
import { users, wechatIdentities } from '../../src/db/schema'
import { duringErasure } from '../kit/during-erasure'
import { PUSH_TOKEN, pushQuery } from '../kit/push-query'
import { serverForFile } from '../kit/server-for-file'

const { server, hand } = serverForFile({ WECHAT_PUSH_TOKEN: PUSH_TOKEN })

afterEach(() => jest.restoreAllMocks())

/** WeChat's push that a person cancelled their authorization; repeated, it is the same one. */
const cancellationOf = (person: string) => {
  const body = {
    MsgType: 'event',
    Event: 'user_authorization_cancellation',
    OpenID: hand.openid(person),
    AppID: 'touristappid',
  }
  const path = `/ext/v1/wechat/push/?${pushQuery(server.clock.now())}`
  return () => server.call('POST', path, { body })
}
const rows = (id: number) => server.context.db.$count(users, eq(users.id, id))

describe('an erasure by a push that is cut short', () => {
  it('an erasure that is cut short is done when WeChat repeats the push', async () => {
    const { user, token } = await hand.signIn('alma')
    const push = cancellationOf('alma')
    duringErasure(server, () => Promise.reject(new Error('cut short')))
    expect((await push()).status).toBe(500)
    jest.restoreAllMocks()
    expect(await rows(user.id)).toBe(1)
    expect(await hand.read(user.id, token)).toBe(401)
    expect((await push()).status).toBe(200)
    expect(await rows(user.id)).toBe(0)
  })

  it('an account that is being erased by a push takes no new sign-in method of a request under way', async () => {
    const { user, token } = await hand.signIn('bela')
    const answers: number[] = []
    duringErasure(server, async () => {
      const body = { username: 'bela', new_password: 'correct horse battery' }
      answers.push((await server.call('PUT', '/hserve/v2.2/user/account/', { body, token })).status)
    })
    expect((await cancellationOf('bela')()).status).toBe(200)
    expect(answers).toEqual([401])
    expect(await rows(user.id)).toBe(0)
  })

  it('a person who left and has a password keeps the account, without its WeChat', async () => {
    const { user, token } = await hand.signIn('cara')
    const body = { username: 'cara', new_password: 'correct horse battery' }
    const named = await server.call('PUT', '/hserve/v2.2/user/account/', { body, token })
    expect(named.status).toBe(200)
    expect((await cancellationOf('cara')()).status).toBe(200)
    expect(await rows(user.id)).toBe(1)
    const left = eq(wechatIdentities.userId, user.id)
    expect(await server.context.db.$count(wechatIdentities, left)).toBe(0)
  })
})
