import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** What a machine may grant a run beyond Node's own permission model. */
type Grant = 'no-network' | 'ends-with-us'

/** The program that starts a run, what it is told before Node's own arguments, and what it grants. */
interface Starter {
  readonly execPath: string
  readonly args: readonly string[]
  readonly grants: readonly Grant[]
}

const WRAPPERS: readonly (readonly [Grant, readonly string[]])[] = [
  ['no-network', ['/usr/bin/unshare', '--user', '--net']],
  ['ends-with-us', ['/usr/bin/setpriv', '--pdeathsig', 'KILL']],
]

const works = ([program = '', ...args]: readonly string[]): Promise<boolean> =>
  promisify(execFile)(program, [...args, process.execPath, '--version']).then(
    () => true,
    () => false,
  )

const probe = async (): Promise<Starter> => {
  const granted = await Promise.all(WRAPPERS.map(([, command]) => works(command)))
  const used = WRAPPERS.filter((_, index) => granted[index])
  const [execPath = process.execPath, ...args] = used.flatMap(([, command]) => command)
  return {
    execPath,
    args: used.length === 0 ? [] : [...args, process.execPath],
    grants: used.map(([grant]) => grant),
  }
}

let found: Promise<Starter> | undefined

/**
 * How runs are started on this machine, tried out once. On a Linux that lets us: as nobody, with a network of their own
 * that leads nowhere, and killed by the kernel when the server is, even in the middle of an endless loop. Elsewhere
 * (macOS; in most containers there is no network to take away) by Node alone, whose permission model leaves the
 * network open up to Node 24.
 */
export const findStarter = (): Promise<Starter> => (found ??= probe())
