import { availableParallelism } from 'node:os'
import { measureGrowth } from './growth'
import { measure, type Scenario } from './load'
import { measureRatios, type Ratio } from './ratios'
import { table } from './table'
import { ENGINES, openWorld, type BenchServer, type Engine } from './world'

const SMALL = 1_000
const RATIO_ROUNDS = 15
const GROWTH_ROUNDS = 5
const REQUESTS = 4_000
const CONNECTIONS = [1, 16, 64]
const SCENARIOS: readonly Scenario[] = ['baseline', 'read', 'login']

const say = (text: string) => void process.stdout.write(`${text}\n`)
const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`

const latencies = async (server: BenchServer): Promise<string[][]> => {
  const rows: string[][] = []
  for (const connections of CONNECTIONS)
    for (const scenario of SCENARIOS) {
      const amount = connections === 1 ? REQUESTS / 4 : REQUESTS / 2
      const { perSecond, p99Ms } = await measure(server, scenario, connections, amount)
      const { rss } = await server.vitals()
      rows.push([
        scenario,
        String(connections),
        perSecond.toFixed(0),
        `${p99Ms} ms`,
        megabytes(rss),
      ])
    }
  return rows
}

const verdict = ({ throughput, cpu }: Ratio, wanted: number) =>
  `${throughput.toFixed(2)}× (wanted ≥ ${wanted.toFixed(2)}×: ${throughput >= wanted ? 'met' : 'MISSED'}), ` +
  `by CPU of the server process ${cpu.toFixed(2)}×`

const bench = async (engine: Engine, largeUsers: number) => {
  const world = await openWorld(engine)
  try {
    say(`\n## ${engine}\n`)
    const small = await world.openServer(SMALL)
    const ratios = await measureRatios(small, RATIO_ROUNDS, REQUESTS / 2)
    say(`- signed-in read of one's own user: ${verdict(ratios.read, 0.8)}`)
    say(`- silent login of a known person:   ${verdict(ratios.login, 0.4)}\n`)
    say(table(['route', 'connections', 'per second', 'p99', 'RSS'], await latencies(small)))

    const large = await world.openServer(largeUsers)
    const { smallMs, largeMs } = await measureGrowth(small, large, GROWTH_ROUNDS, REQUESTS / 8)
    say(
      `\nOne login, alone: ${smallMs.toFixed(2)} ms among ${SMALL} users, ${largeMs.toFixed(2)} ms among ` +
        `${largeUsers}: ${(largeMs / smallMs).toFixed(2)}×`,
    )
  } finally {
    await world.stop()
  }
}

const run = async (engines: readonly string[]) => {
  say(
    `Node ${process.version}, ${availableParallelism()} cores shared by server, database, WeChat and load.`,
  )
  const largeUsers = Number(process.env['BENCH_LARGE'] ?? 1_000_000)
  for (const engine of ENGINES)
    if (engines.length === 0 || engines.includes(engine)) await bench(engine, largeUsers)
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
})
