import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { measure, totalBytes, type FileSize } from '../../scripts/build/measure'
import { taroBuild } from '../../scripts/build/taro'
import { buildHelloWorld } from './hello-world'
import { launchMs, medianOf } from './launch-time'

const OURS = 'dist/weapp'
const RUNS = 31

/** The most that ours may have of what Taro's hello world has in the same run. */
const LIMITS = {
  'main package, bytes': 0.9,
  'whole app, bytes': 1.2,
  'main package, gzip': 1.1,
  'first setData, ms': 0.9,
}

type Figures = Record<keyof typeof LIMITS, number>

const print = (line: string) => void process.stdout.write(`${line}\n`)
const column = (value: string | number) => String(value).padStart(10)

const rootsOfSubPackages = (folder: string): string[] => {
  const app = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as {
    subPackages?: ReadonlyArray<{ root: string }>
  }
  return (app.subPackages ?? []).map(({ root }) => `${root.replace(/\/$/, '')}/`)
}

const gzipOf = (files: readonly FileSize[]) =>
  files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0)

/** Launches both in turns, so that a busy moment of the machine meets both. */
const launchTimes = async (hello: string): Promise<{ ours: number; hello: number }> => {
  const names = Object.keys(
    JSON.parse(readFileSync('simulator/wx/catalogue.json', 'utf8')) as object,
  )
  const times = { ours: [] as number[], hello: [] as number[] }
  for (let run = 0; run < RUNS; run += 1) {
    times.ours.push(await launchMs(OURS, 'pages/home/index', names))
    times.hello.push(await launchMs(hello, 'pages/index/index', names))
  }
  return { ours: medianOf(times.ours), hello: medianOf(times.hello) }
}

const figuresOf = (folder: string, launch: number): Figures => {
  const files = measure(folder)
  const roots = rootsOfSubPackages(folder)
  const main = files.filter(({ path }) => !roots.some((root) => path.startsWith(root)))
  return {
    'main package, bytes': totalBytes(main),
    'whole app, bytes': totalBytes(files),
    'main package, gzip': gzipOf(main),
    'first setData, ms': Number(launch.toFixed(1)),
  }
}

const main = async (): Promise<void> => {
  const hello = await buildHelloWorld()
  await taroBuild({ appFolder: '.', type: 'weapp', output: OURS })
  const launch = await launchTimes(hello)
  const ours = figuresOf(OURS, launch.ours)
  const reference = figuresOf(hello, launch.hello)

  print(`${column('bytes')}${column('gzip')}  file`)
  for (const file of measure(OURS)) {
    print(`${column(file.bytes)}${column(file.gzipBytes)}  ${file.path}`)
  }
  print(`\n${column('ours')}${column('hello')}${column('ratio')}${column('limit')}`)
  for (const [name, limit] of Object.entries(LIMITS)) {
    const figure = name as keyof Figures
    const ratio = ours[figure] / reference[figure]
    print(
      `${column(ours[figure])}${column(reference[figure])}${column(ratio.toFixed(3))}${column(limit)}  ${name}`,
    )
    if (ratio <= limit) continue
    process.stderr.write(`${name}: ${ratio.toFixed(3)} of hello world is more than ${limit}.\n`)
    process.exitCode = 1
  }
}

void main()
