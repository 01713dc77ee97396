import { eq, sql } from 'drizzle-orm'
import type { FastifyPluginAsync } from 'fastify'
import type { Database } from '../src/db/database'
import { users } from '../src/db/schema'

/**
 * What the server's own routes are measured against: `GET /bench/one-select/:id` does one select by primary key
 * and answers it as JSON, nothing else. `GET /bench/vitals` reports the resident set in bytes and the CPU time
 * spent so far in milliseconds.
 */
export const benchRoutes =
  (db: Database): FastifyPluginAsync =>
  async (app) => {
    // Prepared, as the routes it is the measure of: the cheapest form one select can have.
    const select = db
      .select({ id: users.id, nickname: users.nickname, avatar: users.avatar })
      .from(users)
      .where(eq(users.id, sql.placeholder('id')))
      .prepare('bench_one_select')

    app.get<{ Params: { id: string } }>('/bench/one-select/:id', async ({ params }) => {
      const [user] = await select.execute({ id: Number(params.id) })
      return user
    })
    app.get('/bench/vitals', async () => {
      const { user, system } = process.cpuUsage()
      return { rss: process.memoryUsage.rss(), cpuMs: (user + system) / 1000 }
    })
  }
