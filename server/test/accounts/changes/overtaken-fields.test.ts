import { eq } from 'drizzle-orm'
import { blockAccount } from '../../../src/accounts/sign-in/block'
import { users } from '../../../src/db/schema'
import { beforeTheNextWrite } from '../../kit/before-the-next-write'
import { serverForFile } from '../../kit/server-for-file'

const { server, hand } = serverForFile({ SDK_USER_INFO_UPDATE: 'on' })

afterEach(() => jest.restoreAllMocks())

describe('a change of the own user that something overtakes', () => {
  const rename = (token: string) =>
    server.call('PUT', '/hserve/v2.5/user/info/', { body: { nickname: 'late' }, token })
  const sendProfile = (token: string) =>
    server.call('PUT', '/hserve/v2.6/idp/wechat/user/info/', { body: hand.profile('gus'), token })
  const erase = (token: string) =>
    server.call('POST', '/ext/v1/account/delete/', { body: {}, token })

  it('a change of the own user is not made once its session has been ended, or its account blocked', async () => {
    const { token, user } = await hand.signIn('hal')
    beforeTheNextWrite(server, () =>
      server.call('POST', '/hserve/v2.0/session/destroy/', { token }),
    )
    const ended = await rename(token)
    expect([ended.status, ended.body.error_code]).toEqual([401, 'session_ended'])

    const { token: next } = await hand.signIn('hal')
    beforeTheNextWrite(server, () => blockAccount(server.context, user.id, 'operator'))
    const blocked = await rename(next)
    expect([blocked.status, blocked.body.error_code]).toEqual([403, 'account_blocked'])
    const stored = await server.context.db.select().from(users).where(eq(users.id, user.id))
    expect(stored).toMatchObject([{ nickname: '' }])
  })

  it.each([
    ['fields', rename],
    ['a profile of WeChat', sendProfile],
  ])(
    'a change of the own user is answered with 401 once the account is deleted: %s',
    async (_, send) => {
      const { token } = await hand.signIn('gus')
      beforeTheNextWrite(server, () => erase(token))
      const { status, body } = await send(token)
      expect([status, body.error_code]).toEqual([401, 'session_expired'])
    },
  )
})
