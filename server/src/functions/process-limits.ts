import { access, constants } from 'node:fs/promises'

/** The heap a run may use, in MB. */
export const MEMORY_MB = 128
// Heap, buffers and WebAssembly together; Node itself takes about 90 MB of it before the function begins.
const ALL_MEMORY_BYTES = (MEMORY_MB + 128) * 1024 * 1024

const PRLIMIT = '/usr/bin/prlimit'
// The first place when the kernel has to end a process for its memory, and the last one when it shares out its time.
const FIRST_TO_GO = ['/usr/bin/choom', '-n', '1000', '--']
const LAST_TO_COME = ['/usr/bin/nice', '-n', '5']

const ifThere = (command: readonly [string, ...string[]] | readonly string[]) =>
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
  const [prlimit = [], ...others] = await Promise.all(
    [[PRLIMIT], FIRST_TO_GO, LAST_TO_COME].map(ifThere),
  )
  return (limitMs, counted) => [
    ...prlimit,
    ...(prlimit.length === 0
      ? []
      : [
          `--data=${ALL_MEMORY_BYTES}`,
          // A backstop, because the timer of the run ends it earlier: two threads at work all the time.
          `--cpu=${2 * Math.ceil(limitMs / 1000) + 1}`,
          ...['--nofile=64', '--core=0', '--fsize=0', '--msgqueue=0'],
          ...(counted === 'run' ? ['--nproc=64'] : []),
        ]),
    ...others.flat(),
  ]
}
