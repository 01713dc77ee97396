import { eq } from 'drizzle-orm'
import { users } from '../../../src/db/schema'
import { DatabaseUnreachable } from '../../../src/db/trouble'
import { consumeEach } from '../../../src/security/limits'
import { serverForFile } from '../../kit/server-for-file'

jest.mock('../../../src/security/limits', () => {
  const limits = jest.requireActual<typeof import('../../../src/security/limits')>(
    '../../../src/security/limits',
  )
  return { ...limits, consumeEach: jest.fn(limits.consumeEach) }
})

const { server, hand } = serverForFile()

describe('a notice that cannot be counted', () => {
  it('a notice that cannot be counted because the database is gone is sent all the same', async () => {
    const { token, user } = await hand.register('watchful')
    const known = { email: 'watchful@example.com', emailVerified: true }
    await server.context.db
      .update(users)
      .set(known)
      .where(eq(users.id, Number(user.id)))
    jest.mocked(consumeEach).mockRejectedValueOnce(new DatabaseUnreachable('It is gone.'))
    const body = { username: 'renamed' }
    const renamed = await server.call('PUT', '/hserve/v2.2/user/account/', { body, token })
    expect(renamed.status).toBe(200)
    await server.context.background.settled()
    const sent = server.wechat.platform.outbox.mails().filter(({ to }) => to === known.email)
    expect(sent.map(({ text }) => text)).toEqual([expect.stringContaining('用户名已更改')])
  })
})
