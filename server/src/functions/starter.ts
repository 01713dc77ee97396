import { fileURLToPath } from 'node:url'
import { findLimits, MEMORY_ARGUMENTS, type Counted } from './process-limits'
import { rootFolder, RUNNER_INSIDE } from './root-folder'

/** A way to start runs. */
export interface Starter {
  /** The program and its arguments for a run of at most `limitMs`. */
  readonly command: (limitMs: number) => readonly [string, ...string[]]
  /** Whether the kernel ends a run when it ends the server. */
  readonly ends: 'with-server' | 'by-itself'
  /** A file the command needs, which a cleaner of temporary folders may remove. */
  readonly needs: string
}

/** The ways to start runs on this machine. */
interface Starters {
  /** The most isolated first; not every machine allows every one. */
  readonly isolated: readonly Starter[]
  /** Node alone, with its permission model and what limits there are. */
  readonly bare: Starter
}

/** Where a run finds its runner. */
interface Place {
  readonly runner: string
  readonly needs: string
  readonly counted: Counted
}

const RUNNER = fileURLToPath(new URL('./runner.mjs', import.meta.url))
// Node 20 knows the first spelling only, Node 24 the second only.
const PERMISSION_MODEL = process.allowedNodeEnvironmentFlags.has('--permission')
  ? '--permission'
  : '--experimental-permission'

const UNSHARE = '/usr/bin/unshare'
const SETPRIV = '/usr/bin/setpriv'
const OWN_NAMESPACES = ['--net', '--pid', '--ipc', '--fork']
const DIES_WITH_PARENT = ['--pdeathsig', 'KILL']

// Users that no distribution assigns. One per run: the kernel counts processes by user, and lets a user signal its own.
const FIRST_USER = 65_000
const USERS = 500
let runs = 0
const asAnotherUser = (): readonly string[] => {
  const user = String(FIRST_USER + (runs++ % USERS))
  return [
    ...[SETPRIV, '--reuid', user, '--regid', user, '--clear-groups'],
    ...['--no-new-privs', '--inh-caps=-all', '--bounding-set=-all'],
    ...DIES_WITH_PARENT,
  ]
}
const asOurUser = () => [SETPRIV, '--no-new-privs', ...DIES_WITH_PARENT]

const node = (runner: string): readonly string[] => [
  process.execPath,
  ...MEMORY_ARGUMENTS,
  PERMISSION_MODEL,
  `--allow-fs-read=${runner}`,
  '--no-warnings',
  runner,
]

/** The ways that need a folder for the root of a run, as what stands between the limits and Node. */
const waysInto = (root: string, isRoot: boolean): readonly (() => readonly string[])[] => {
  const into = `--root=${root}`
  const asUserOfNamespace = [UNSHARE, '--user', ...OWN_NAMESPACES, '--kill-child', into]
  if (!isRoot) return [() => [...asOurUser(), ...asUserOfNamespace]]
  return [
    () => [...asOurUser(), UNSHARE, ...OWN_NAMESPACES, into, ...asAnotherUser()],
    () => [...asAnotherUser(), ...asUserOfNamespace],
    () => [UNSHARE, into, ...asAnotherUser()],
  ]
}

/**
 * The ways to start a run. As root: namespaces and a user of its own for each run, or this user alone; otherwise a user
 * namespace; each of them in a folder that is the root of the run.
 */
export const findStarters = async (): Promise<Starters> => {
  const isRoot = process.geteuid?.() === 0
  const limits = await findLimits()
  const starter = (
    { runner, needs, counted }: Place,
    ends: Starter['ends'],
    wrap: () => readonly string[],
  ): Starter => ({
    needs,
    ends,
    command: (limitMs) => {
      const all = [...limits(limitMs, counted), ...wrap(), ...node(runner)]
      const [program = process.execPath, ...args] = all
      return [program, ...args]
    },
  })
  const bare: Place = { runner: RUNNER, needs: RUNNER, counted: 'user' }
  const root = await rootFolder(
    isRoot ? [process.execPath, SETPRIV] : [process.execPath],
    RUNNER,
  ).catch(() => null)
  const rooted =
    root === null
      ? []
      : waysInto(root, isRoot).map((wrap) =>
          starter(
            { runner: RUNNER_INSIDE, needs: `${root}${RUNNER_INSIDE}`, counted: 'run' },
            'with-server',
            wrap,
          ),
        )
  return {
    isolated: [...rooted, starter(bare, 'with-server', asOurUser)],
    bare: starter(bare, 'by-itself', () => []),
  }
}
