import { existsSync } from 'node:fs'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { runMain } from '../../scripts/code/run-main'
import { hashPassword } from '../../server/src/security/password'
import { startPostgres } from '../../server/test/kit/postgres'
import { compare, type Comparison } from './compare'
import { measureReadsMeanwhile } from './meanwhile'
import { startOurs } from './ours'
import { startTheirs } from './theirs'

const ROUNDS = Number(process.env['ROUNDS'] ?? 5)
const WANTED_MEANWHILE = 0.8
const MEANWHILE = 'reads meanwhile'

const say = (text: string) => void process.stdout.write(`${text}\n`)
const HEADS = ['act', 'better-auth', 'connections', 'ours', 'theirs', 'ratio', 'by CPU', 'wanted']
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const times = (ratio: number) => `${ratio.toFixed(2)} ×`

/** The cost of our hashes as they name it: `m=…,t=…,p=…`. */
const costOfHash = async (): Promise<string> => {
  const cost = (await hashPassword('any password', { ipAddress: '192.0.2.1' })).split('$')[3]
  if (cost === undefined) throw new Error('Our hash names no cost.')
  return cost
}

/** Prints our server's pace beside that of better-auth on one PostgreSQL, in turns. */
const main = async () => {
  if (!existsSync(fileURLToPath(new URL('node_modules/better-auth', import.meta.url)))) {
    throw new Error('better-auth is not installed: run npm install in maintainers/peers.')
  }
  const postgres = await startPostgres()
  const start = async (setup: Parameters<typeof startTheirs>[1]) =>
    startTheirs(await postgres.createDatabase(), setup)
  const HASH_COST = await costOfHash()
  const ours = await startOurs(await postgres.createDatabase())
  const theirs = await start({ HASH_COST })
  const joining = await start({ HASH_COST, JOINS: '1' })
  const byItself = await start({})
  try {
    const comparisons: readonly Comparison[] = [
      { act: 'read', theirs, note: 'as it comes', wanted: { 1: 3, 16: 9 } },
      { act: 'read', theirs: joining, note: 'with joins', wanted: {} },
      { act: 'anonymous sign-up', theirs, note: '', wanted: { 16: 3, 64: 3 } },
      { act: 'first platform sign-in', theirs, note: 'anonymous', wanted: { 16: 3, 64: 3 } },
      { act: 'password sign-up', theirs: byItself, note: 'its own hash', wanted: { 16: 3, 64: 3 } },
      { act: 'password sign-up', theirs, note: 'equal hash', wanted: { 1: 1, 16: 1, 64: 1 } },
      { act: 'password sign-in', theirs, note: 'equal hash', wanted: { 1: 1, 16: 1, 64: 1 } },
    ]
    const only = process.argv[2]
    say(row(HEADS))
    say(row(HEADS.map(() => '---')))
    for (const comparison of comparisons.filter(({ act }) => only === undefined || act === only)) {
      for (const cells of await compare(ours, comparison, ROUNDS)) say(row(cells))
    }
    if (only === undefined || only === MEANWHILE) {
      const [kept, keptByThem] = [
        await measureReadsMeanwhile(ours, ROUNDS),
        await measureReadsMeanwhile(theirs, ROUNDS),
      ]
      say(
        `\nPace of reads while passwords are checked: ${times(kept)} of that alone (wanted ≥ ${WANTED_MEANWHILE} ×), ` +
          `better-auth's ${times(keptByThem)}.`,
      )
    }
    say(
      `\nMedians of ${ROUNDS} rounds in turn, answers per second; by CPU: of server and database together; ` +
        `argon2 of ${HASH_COST}; load average ${loadavg()[0]?.toFixed(1)}.`,
    )
  } finally {
    await Promise.all([ours, theirs, joining, byItself].map(({ stop }) => stop()))
    await postgres.stop()
  }
}

runMain(main, 'stack')
