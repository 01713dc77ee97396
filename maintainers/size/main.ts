import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { measure, totalBytes, type FileSize } from '../../scripts/build/measure'
import { taroBuild } from '../../scripts/build/taro'
import { median } from '../../server/bench/statistics'
import { buildHelloWorld } from './hello-world'
import { heapMegabytes } from './heap'
import { launch } from './launch'
import { namesOfWx } from './names-of-wx'

const OURS = 'dist/weapp'
const NATIVE = 'maintainers/size/native'
const RUNS = 31
const HEAP_RUNS = 3

/** The most that ours may have of what Taro's hello world has in the same run. */
const LIMITS = {
  'main package, bytes': 0.9,
  'whole app, bytes': 1.2,
  'main package, gzip': 1.1,
  'first setData, ms': 0.9,
  'heap then, MB': 1.2,
}
const MOST_HEAP_MB = 6

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

/** A built mini-program and its first page. */
interface Program {
  readonly folder: string
  readonly page: string
}

interface Launches {
  readonly milliseconds: number
  readonly megabytes: number
}

/** Launches all in turns, so that a busy moment of the machine meets all of them: the medians, in their order. */
const launchAll = async (programs: readonly Program[]): Promise<Launches[]> => {
  const names = namesOfWx()
  const measured = programs.map((program) => ({
    program,
    milliseconds: [] as number[],
    megabytes: [] as number[],
  }))
  for (let run = 0; run < RUNS; run += 1) {
    for (const { program, milliseconds } of measured) {
      milliseconds.push((await launch(program.folder, program.page, names)).milliseconds)
    }
  }
  for (let run = 0; run < HEAP_RUNS; run += 1) {
    for (const { program, megabytes } of measured) {
      megabytes.push(await heapMegabytes(program.folder, program.page))
    }
  }
  return measured.map(({ milliseconds, megabytes }) => ({
    milliseconds: median(milliseconds),
    megabytes: median(megabytes),
  }))
}

const figuresOf = ({ folder }: Program, { milliseconds, megabytes }: Launches): Figures => {
  const files = measure(folder)
  const roots = rootsOfSubPackages(folder)
  const main = files.filter(({ path }) => !roots.some((root) => path.startsWith(root)))
  return {
    'main package, bytes': totalBytes(main),
    'whole app, bytes': totalBytes(files),
    'main package, gzip': gzipOf(main),
    'first setData, ms': Number(milliseconds.toFixed(1)),
    'heap then, MB': Number(megabytes.toFixed(1)),
  }
}

const main = async (): Promise<void> => {
  const hello = await buildHelloWorld()
  await taroBuild({ appFolder: '.', type: 'weapp', output: OURS })
  const programs = [
    { folder: OURS, page: 'pages/home/index' },
    { folder: hello, page: 'pages/index/index' },
    { folder: NATIVE, page: 'pages/home/index' },
  ] as const
  const launches = await launchAll(programs)
  const [ours, reference, native] = programs.map((program, i) => {
    const measured = launches[i]
    if (measured === undefined) throw new Error('A program was not launched.')
    return figuresOf(program, measured)
  })
  if (ours === undefined || reference === undefined || native === undefined) {
    throw new Error('A program was not measured.')
  }

  print(`${column('bytes')}${column('gzip')}  file`)
  for (const file of measure(OURS)) {
    print(`${column(file.bytes)}${column(file.gzipBytes)}  ${file.path}`)
  }
  print(`\n${['ours', 'hello', 'ratio', 'limit', 'native'].map(column).join('')}`)
  for (const [name, limit] of Object.entries(LIMITS)) {
    const figure = name as keyof Figures
    const ratio = ours[figure] / reference[figure]
    print(
      `${[ours[figure], reference[figure], ratio.toFixed(3), limit, native[figure]].map(column).join('')}  ${name}`,
    )
    if (ratio <= limit) continue
    process.stderr.write(`${name}: ${ratio.toFixed(3)} of hello world is more than ${limit}.\n`)
    process.exitCode = 1
  }
  if (ours['heap then, MB'] <= MOST_HEAP_MB) return
  process.stderr.write(`The heap is more than ${MOST_HEAP_MB} MB.\n`)
  process.exitCode = 1
}

void main()
