import { sql } from 'drizzle-orm'
import { openTestServer } from '../kit/test-server'
import { serverForFile } from '../kit/server-for-file'

const { server } = serverForFile()

describe('/readyz', () => {
  it('/readyz answers 200 when the database is migrated', async () => {
    expect(await server.call('GET', '/readyz')).toEqual({ status: 200, body: { status: 'ok' } })
  })

  it('/readyz answers 503 when a migration of ours is missing, and 200 when there are newer ones', async () => {
    const { db } = server.context
    await db.execute(sql`insert into migrations (name, sha256) values ('9999_later.sql', '')`)
    expect((await server.call('GET', '/readyz')).status).toBe(200)

    await db.execute(sql`update migrations set name = 'x' where name = '0001_accounts.sql'`)
    const { status, body } = await server.call('GET', '/readyz')
    await db.execute(sql`update migrations set name = '0001_accounts.sql' where name = 'x'`)
    expect(status).toBe(503)
    expect(body).toMatchObject({
      error_code: 'not_ready',
      error_msg: expect.stringContaining('migrations'),
    })
  })

  it('/readyz answers 503 when the database is gone, while /healthz still answers 200', async () => {
    const bereft = await openTestServer()
    await bereft.context.db.execute(sql`drop table migrations`)
    const { status, body } = await bereft.call('GET', '/readyz')
    const health = await bereft.call('GET', '/healthz')
    await bereft.close()
    expect([status, health.status]).toEqual([503, 200])
    expect(body.error_msg).toContain('database')
  }, 120_000)
})
