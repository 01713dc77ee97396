import { eq } from 'drizzle-orm'
import { wechatIdentities } from '../src/db/schema'
import { PUSH_TOKEN, pushQuery } from './kit/push-query'
import { serverForFile } from './kit/server-for-file'

const PATH = '/ext/v1/wechat/push/'

const { server, hand } = serverForFile({ WECHAT_PUSH_TOKEN: PUSH_TOKEN })

const push = async (query: string, event: object) => {
  const url = `${PATH}?${query}`
  const { statusCode } = await server.app.inject({ method: 'POST', url, payload: event })
  return statusCode
}
const cancellation = (person: string) => ({
  Event: 'user_authorization_cancellation',
  OpenID: hand.openid(person),
  AppID: 'touristappid',
})
const isLinked = async (person: string) =>
  (await server.context.db.$count(
    wechatIdentities,
    eq(wechatIdentities.openid, hand.openid(person)),
  )) === 1

describe('the address of a plain push that was captured', () => {
  it('the address of a plain push that was captured does nothing with another body', async () => {
    await hand.signIn('ann')
    const query = pushQuery(server.clock.now())
    expect(await push(query, { Event: 'something_new' })).toBe(200)
    expect(await push(query, cancellation('ann'))).toBe(200)
    expect(await isLinked('ann')).toBe(true)
  })

  it('the address of a trial of the console that was captured does nothing as one of a push', async () => {
    await hand.signIn('ben')
    const query = pushQuery(server.clock.now())
    expect((await server.app.inject(`${PATH}?${query}&echostr=7`)).payload).toBe('7')
    expect(await push(query, cancellation('ben'))).toBe(200)
    expect(await isLinked('ben')).toBe(true)
    expect(await push(pushQuery(server.clock.now()), cancellation('ben'))).toBe(200)
    expect(await isLinked('ben')).toBe(false)
  })
})
