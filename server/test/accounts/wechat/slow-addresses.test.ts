import { setTimeout } from 'node:timers/promises'
import { buildApp } from '../../../src/app'
import { createContext } from '../../../src/create-context'
import { ApiError } from '../../../src/errors'
import { LIMITS } from '../../../src/security/limits'
import { serverForFile } from '../../kit/server-for-file'

const { server, hand } = serverForFile()
const { max, windowMs } = LIMITS.refusedCodesPerAddress

/** A process whose WeChat takes a while to refuse a code; `mostAtOnce` says how many of them it had at once. */
const openRefusing = async () => {
  const { settings, db, clock, wechat } = server.context
  let running = 0
  let most = 0
  const codeToSession = async (): Promise<never> => {
    running += 1
    most = Math.max(most, running)
    await setTimeout(100)
    running -= 1
    throw new ApiError('wechat_code_invalid', 'This code was invented.')
  }
  const app = await buildApp({
    ...createContext(settings, db, clock, []),
    wechat: { ...wechat, codeToSession },
  })
  let codes = 0
  /** Sends so many invented codes at once, and returns the statuses of the answers. */
  const invent = async (count: number, token?: string) => {
    most = 0
    const replies = Array.from({ length: count }, () =>
      app.inject({
        method: 'POST',
        url: '/hserve/v2.5/idp/wechat/silent-login/',
        headers: {
          'x-hydrogen-client-id': settings.clientId,
          ...(token !== undefined && { authorization: `Hydrogen-r1 ${token}` }),
        },
        payload: { code: `invented-${(codes += 1)}` },
      }),
    )
    return new Set((await Promise.all(replies)).map(({ statusCode }) => statusCode))
  }
  return { invent, mostAtOnce: () => most }
}

describe('the invented codes of one address', () => {
  it('the invented codes of one address reach WeChat two at a time when it is slow, with an anonymous session too', async () => {
    const { invent, mostAtOnce } = await openRefusing()
    const anonymous = await server.call('POST', '/hserve/v2.0/login/anonymous/', { body: {} })
    await invent(max + 1)
    expect(await invent(200, anonymous.body.token)).toContain(400)
    expect(mostAtOnce()).toBe(2)
  })

  it('the invented codes of one address pass beside the queue with a session as long as few of its account were refused', async () => {
    const { invent, mostAtOnce } = await openRefusing()
    const { token } = await hand.signIn('alice')
    await invent(max + 1)
    await invent(200, token)
    expect(mostAtOnce()).toBeLessThanOrEqual(LIMITS.refusedCodesPerUser.max + 2)
    await invent(20, token)
    expect(mostAtOnce()).toBe(2)
  })

  it('the invented codes of one address never have all of the calls to WeChat, before they were refused either', async () => {
    const { invent, mostAtOnce } = await openRefusing()
    server.clock.advance(windowMs)
    expect(await invent(500)).toEqual(new Set([400]))
    expect(mostAtOnce()).toBe(384)
  })
})
