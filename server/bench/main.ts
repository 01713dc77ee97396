import { availableParallelism } from 'node:os'
import { measureGrowth } from './growth'
import { measure, type Scenario } from './load'
import { measureRatios, type Ratio } from './ratios'
import { table } from './table'
import { ENGINES, openWorld, type BenchServer, type Engine } from './world'

const SMALL = 1_000
const RATIO_ROUNDS = 9
const GROWTH_ROUNDS = 5
const REQUESTS = 4_000
const FEW = [1, 16]
// So many that the processors seldom wait: throughput then shows what a request costs, not how slow a disk or
// WeChat is.
const MANY = 64
const SCENARIOS: readonly Scenario[] = ['baseline', 'read', 'login']

const say = (text: string) => void process.stdout.write(`${text}\n`)
const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`

const latencies = async (server: BenchServer): Promise<string[][]> => {
  const rows: string[][] = []
  for (const connections of [...FEW, MANY]) {
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
  }
  return rows
}

const verdict = ({ throughput, cpu }: Ratio, wanted: number) =>
  `${throughput.toFixed(2)}× (wanted ≥ ${wanted.toFixed(2)}×: ${throughput >= wanted ? 'met' : 'MISSED'}), ` +
  `by CPU of the server process ${cpu.toFixed(2)}×, over ${MANY} connections`

const ratios = async (server: BenchServer) => {
  const rows: string[][] = []
  const measureAt = async (connections: number) => {
    const amount = connections === 1 ? REQUESTS / 8 : REQUESTS / 2
    const { read, login } = await measureRatios(server, connections, RATIO_ROUNDS, amount)
    const figures = [read.throughput, read.cpu, login.throughput, login.cpu]
    rows.push([String(connections), ...figures.map((figure) => `${figure.toFixed(2)}×`)])
    return { read, login }
  }
  for (const connections of FEW) await measureAt(connections)
  const busy = await measureAt(MANY)
  say(`- signed-in read of one's own user: ${verdict(busy.read, 0.8)}`)
  say(`- silent login of a known person:   ${verdict(busy.login, 0.4)}\n`)
  say(table(['connections', 'read', 'read, by CPU', 'login', 'login, by CPU'], rows))
}

const bench = async (engine: Engine, largeUsers: number) => {
  const world = await openWorld(engine)
  try {
    say(`\n## ${engine}\n`)
    const small = await world.openServer(SMALL)
    await ratios(small)
    say('')
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
  for (const engine of ENGINES) {
    if (engines.length === 0 || engines.includes(engine)) await bench(engine, largeUsers)
  }
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
})
