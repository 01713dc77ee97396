import { loadavg } from 'node:os'
import { runMain } from '../../scripts/code/run-main'
import { median } from '../../server/bench/statistics'
import { table } from '../../server/bench/table'
import { queryOnce } from '../../server/test/kit/postgres'
import { startServerProcess } from '../../server/test/kit/server-process'
import { wholeNumber } from '../../server/test/kit/whole-number'
import { startSimulator } from '../../simulator/index'
import { readsOf, startCluster } from './cluster'
import { ACTS, measureAct, type Place } from './load'
import { scatterPeople } from './people'
import { seedAccounts } from './seed'

const APPID = 'touristappid'
const SIZES = [1_000, 10_000_000]
const PEOPLE = 500
const CONNECTIONS = [1, 16]
const ROUNDS = Number(process.env['ROUNDS'] ?? 7)
// One account signs in at most a hundred times a minute: all rounds of one size stay below that.
const AMOUNT = Number(process.env['AMOUNT'] ?? 1_000)
const WANTED = 1.2

const say = (text: string) => void process.stdout.write(`${text}\n`)

/** The database of so many accounts: one that SEEDED names (`10000000=postgres://…`, separated by commas), or a new one. */
const databaseOf = async (accounts: number, create: () => Promise<string>): Promise<string> => {
  const seeded = (process.env['SEEDED'] ?? '')
    .split(',')
    .find((each) => each.startsWith(`${accounts}=`))
  if (seeded !== undefined) return seeded.slice(seeded.indexOf('=') + 1)
  const url = await create()
  const began = performance.now()
  // Migrates, and marks the rewriting of old identifiers as done: there are none.
  await (await startServerProcess({ DATABASE_URL: url, LOG_LEVEL: 'silent' })).stop()
  await seedAccounts(url, accounts)
  say(`${accounts} accounts seeded in ${Math.round((performance.now() - began) / 1_000)} s: ${url}`)
  return url
}

const compare = async (places: readonly Place[]) => {
  const rows: string[][] = []
  for (const act of ACTS) {
    for (const connections of CONNECTIONS) {
      const times = places.map((): number[] => [])
      for (let round = 0; round <= ROUNDS; round += 1) {
        for (const [index, place] of places.entries()) {
          const amount = connections === 1 ? AMOUNT / 2 : AMOUNT
          const time = await measureAct(place, act, connections, amount)
          if (round > 0) times[index]?.push(time)
        }
      }
      const medians = times.map(median)
      const ratio = (medians.at(-1) ?? NaN) / (medians[0] ?? NaN)
      const cells = medians.map((ms) => `${ms.toFixed(2)} ms`)
      rows.push([act, String(connections), ...cells, `${ratio.toFixed(2)} ×`])
      process.stderr.write(`${rows.at(-1)?.join('  ')}\n`)
    }
  }
  const sizes = places.map(({ accounts }) => String(accounts))
  say(table(['', 'connections', ...sizes, 'ratio'], rows))
  say(
    `Medians of ${ROUNDS}, in turns; wanted ≤ ${WANTED} ×; load average ${loadavg()[0]?.toFixed(1)}.`,
  )
}

const measureAll = async (sizes: readonly number[], stops: (() => Promise<void>)[]) => {
  const simulator = await startSimulator({ port: 0, bound: 'every-app' })
  stops.unshift(simulator.close)
  const cluster = await startCluster()
  stops.unshift(cluster.stop)
  const people = Array.from({ length: PEOPLE }, (_, index) => `scale-${index}`)
  const openids = people.map((person) => simulator.platform.identityOf(person, APPID).openid)
  const code = (place: number) =>
    simulator.platform.login(people[place] ?? '', { kind: 'app', appid: APPID })
  const urls: string[] = []
  const places: Place[] = []
  for (const accounts of sizes) {
    const url = await databaseOf(accounts, cluster.createDatabase)
    const members = await scatterPeople(url, accounts, openids)
    await queryOnce(url, 'select pg_stat_reset()')
    const env = { DATABASE_URL: url, WECHAT_API_BASE: simulator.url, LOG_LEVEL: 'silent' }
    const server = await startServerProcess(env)
    stops.unshift(server.stop)
    urls.push(url)
    places.push({ accounts, url: server.url, members, code })
  }
  await compare(places)
  for (const [index, url] of urls.entries()) {
    const reads = (await readsOf(url)).map((row) => Object.values(row).map(String))
    say(`\nAmong ${places[index]?.accounts} accounts these rounds read:`)
    say(table(['table', 'whole scans', 'index scans', 'pages from disk or cache'], reads))
  }
}

/** Prints what a sign-in and a read cost among few accounts and among many, or among the numbers on the command line. */
const main = async () => {
  const given = process.argv.slice(2).map((text) => wholeNumber('accounts', text))
  const stops: (() => Promise<void>)[] = []
  try {
    await measureAll(given.length > 0 ? given : SIZES, stops)
  } finally {
    for (const stop of stops) await stop()
  }
}

runMain(main, 'stack')
