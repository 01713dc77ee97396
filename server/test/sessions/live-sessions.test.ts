import { eq } from 'drizzle-orm'
import { users } from '../../src/db/schema'
import { hashToken } from '../../src/sessions/token'
import { beforeTheNextWrite } from '../kit/before-the-next-write'
import { serverForFile } from '../kit/server-for-file'

const { server, hand } = serverForFile()

afterEach(() => jest.restoreAllMocks())

describe('a live session', () => {
  it('a live session is found by the same hash of its token after an update of the server', () => {
    expect(hashToken('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0')
  })

  it('a live session is listed and exported with moments in whole seconds', async () => {
    server.clock.advance(1_500 - (server.clock.now() % 1_000))
    const { token } = await hand.signIn('ned')
    const createdAt = Math.floor(server.clock.now() / 1000)
    const moments = { created_at: createdAt, expires_at: createdAt + 30 * 86_400 }
    const listed = await server.call('GET', '/ext/v1/sessions/', { token })
    expect(listed.body.objects).toMatchObject([moments])
    const exported = await server.call('GET', '/ext/v1/account/export/', { token })
    expect(exported.body.sessions).toMatchObject([moments])
  })

  it('a live session of a blocked account opens nothing, also when the block has ended no session', async () => {
    const { token, user } = await hand.signIn('olaf')
    await server.context.db
      .update(users)
      .set({ blockedAt: new Date(server.clock.now()) })
      .where(eq(users.id, user.id))
    const { status, body } = await server.call('GET', '/ext/v1/sessions/', { token })
    expect([status, body.error_code]).toEqual([403, 'account_blocked'])
  })

  it('a live session that expires while a change waits is too late for it', async () => {
    const { token, user } = await hand.signIn('pim')
    const { db } = server.context
    beforeTheNextWrite(server, async () => server.clock.advance(30 * 86_400_000))
    const late = await server.call('PUT', '/hserve/v2.5/user/info/', {
      body: { nickname: 'late' },
      token,
    })
    expect([late.status, late.body.error_code]).toEqual([401, 'session_expired'])
    const [stored] = await db.select().from(users).where(eq(users.id, user.id))
    expect(stored?.nickname).toBe('')
  })
})
