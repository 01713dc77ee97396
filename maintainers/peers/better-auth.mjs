import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { toNodeHandler } from 'better-auth/node'
import { anonymous } from 'better-auth/plugins'
import { createServer } from 'node:http'
import { Pool } from 'pg'

// better-auth as its guide puts it before Node, on PostgreSQL, by DATABASE_URL. HASH_COST is the cost of argon2 as
// a hash names it; without it, passwords are hashed as better-auth does by itself. JOINS=1 switches on what is off
// by itself.
const { DATABASE_URL, HASH_COST, JOINS } = process.env

const argon2 = (cost) => {
  const { m, t, p } = Object.fromEntries(cost.split(',').map((part) => part.split('=')))
  const options = { memoryCost: Number(m), timeCost: Number(t), parallelism: Number(p) }
  return {
    hash: (password) => hash(password, options),
    verify: ({ hash: stored, password }) => verify(stored, password),
  }
}

const options = {
  baseURL: 'http://127.0.0.1',
  secret: 'a secret of a bench that no one else can reach',
  database: new Pool({ connectionString: DATABASE_URL, max: 10 }),
  advanced: { database: { joins: JOINS === '1' } },
  emailAndPassword: {
    enabled: true,
    ...(HASH_COST !== undefined && { password: argon2(HASH_COST) }),
  },
  plugins: [anonymous()],
  // It would refuse the bench; ours counts every request.
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  logger: { level: 'error' },
}

const { runMigrations } = await getMigrations(options)
await runMigrations()
const server = createServer(toNodeHandler(betterAuth(options)))
server.listen(Number(process.env.PORT), '127.0.0.1', () =>
  process.stdout.write(`listening on http://127.0.0.1:${server.address().port}\n`),
)
process.once('SIGTERM', () => process.exit(0))
