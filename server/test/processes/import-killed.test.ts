import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { anyPostgres } from '../kit/any-postgres'
import { queryOnce } from '../kit/postgres'

const run = promisify(execFile)
const SERVER = fileURLToPath(new URL('../../', import.meta.url))
const RECORDS = 6_000

const recordOf = (index: number) => ({
  id: 36_000_000_000_000 + index,
  openid: `o-moved-${index}`,
  username: `moved${index}`,
  email: `moved${index}@example.com`,
  email_verified: true,
  nickname: `moved ${index}`,
})

it('an import that is killed in the middle keeps whole accounts only, and goes on when it is run again', async () => {
  const postgres = await anyPostgres()
  const folder = await mkdtemp(join(tmpdir(), 'import-killed-'))
  const file = join(folder, 'users.jsonl')
  const lines = Array.from({ length: RECORDS }, (_, index) => JSON.stringify(recordOf(index)))
  await writeFile(file, `${lines.join('\n')}\n`)
  const url = await postgres.createDatabase()
  const env = { ...process.env, ENV_FILE: '', DATABASE_URL: url }
  const program = ['--import', 'tsx', 'src/operator/main.ts', 'import', file, '--yes', '--json']
  const countOf = async (table: string): Promise<number> => {
    const found = await queryOnce<{ n: number }>(
      url,
      `select count(*)::int as n from ${table}`,
    ).catch(() => [])
    return found[0]?.n ?? 0
  }

  const first = spawn(process.execPath, program, { cwd: SERVER, env, stdio: 'ignore' })
  const gone = once(first, 'close')
  while ((await countOf('users')) === 0 && first.exitCode === null) continue
  first.kill('SIGKILL')
  await gone
  const before = await countOf('users')
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(RECORDS)
  expect(await countOf('wechat_identities')).toBe(before)

  const { stdout } = await run(process.execPath, program, { cwd: SERVER, env })
  expect(JSON.parse(stdout)).toMatchObject({
    read: RECORDS,
    imported: RECORDS - before,
    already_there: before,
    refused: 0,
    problems: 0,
  })
  for (const table of ['users', 'wechat_identities']) expect(await countOf(table)).toBe(RECORDS)
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}, 240_000)
