import { execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { promisify } from 'node:util'

/** The heap a run may use, in MB. */
export const MEMORY_MB = 128
/** What it may use outside of its heap, in MB: buffers, WebAssembly, stacks of threads. */
const MORE_MB = 96

/** Node's arguments that decide how much memory it takes. Without a pool it has fewer threads, and starts faster. */
export const MEMORY_ARGUMENTS = ['--v8-pool-size=0', `--max-old-space-size=${MEMORY_MB}`]

const PRINT_OWN_DATA_KB = `console.log(/VmData:\\s*(\\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1])`

// What the kernel counts of a Node that does nothing: 50 MB in Node 20, 550 MB in Node 24, most of them reserved only.
const idleBytes = async (): Promise<number> => {
  const args = [...MEMORY_ARGUMENTS, '-e', PRINT_OWN_DATA_KB]
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: {} })
  return Number(stdout) * 1024
}

// Without /proc the kernel is none that counts so.
const dataLimit = (): Promise<readonly string[]> =>
  idleBytes().then(
    (idle) => [`--data=${idle + (MEMORY_MB + MORE_MB) * 1024 * 1024}`],
    () => [],
  )

const PRLIMIT = '/usr/bin/prlimit'
// The first place when the kernel has to end a process for its memory, and the last one when it shares out its time.
const FIRST_TO_GO = ['/usr/bin/choom', '-n', '1000', '--']
const LAST_TO_COME = ['/usr/bin/nice', '-n', '5']

const ifThere = (command: readonly string[]) =>
  access(command[0] ?? '', constants.X_OK).then(
    () => command,
    () => [],
  )

/** Whose processes the kernel counts for the limit of processes: those of the run alone, or of a user with others. */
export type Counted = 'run' | 'user'

/** The command that sets the limits of a run of at most `limitMs`, to be followed by what it starts. */
export type LimitCommand = (limitMs: number, counted: Counted) => readonly string[]

/** Finds the programs that set limits on this machine; where one is missing, so are its limits. */
export const findLimits = async (): Promise<LimitCommand> => {
  const [data, prlimit, choom, nice] = await Promise.all([
    dataLimit(),
    ifThere([PRLIMIT]),
    ifThere(FIRST_TO_GO),
    ifThere(LAST_TO_COME),
  ])
  return (limitMs, counted) => [
    ...prlimit,
    ...(prlimit.length === 0
      ? []
      : [
          ...data,
          // A backstop, because the timer of the run ends it earlier: two threads at work all the time.
          `--cpu=${2 * Math.ceil(limitMs / 1000) + 1}`,
          ...['--nofile=64', '--core=0', '--fsize=0', '--msgqueue=0'],
          ...(counted === 'run' ? ['--nproc=64'] : []),
        ]),
    ...choom,
    ...nice,
  ]
}
