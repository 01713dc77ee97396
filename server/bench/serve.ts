import { benchRoutes } from './bench-routes'
import { buildApp } from '../src/app'
import { systemClock } from '../src/clock'
import { createContext } from '../src/create-context'
import { migrate } from '../src/db/migrate'
import { openDatabase } from '../src/db/open'
import { readSettings } from '../src/settings/settings'
import { seedUsers } from './seed'

/** The server as `src/start.ts` puts it together, with the bench's own routes beside its own, and `BENCH_USERS` users. */
const run = async () => {
  const settings = readSettings(process.env)
  const database = await openDatabase(settings.database)
  await migrate(database.db)
  await seedUsers(database.db, Number(process.env['BENCH_USERS'] ?? 0))
  const app = await buildApp(createContext(settings, database.db, systemClock, []))
  await app.register(benchRoutes(database.db))
  const url = await app.listen({ host: settings.host, port: settings.port })
  process.stdout.write(`listening on ${url}\n`)
  process.once('SIGTERM', async () => {
    await app.close()
    await database.close()
    process.exit(0)
  })
}

run().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exit(1)
})
