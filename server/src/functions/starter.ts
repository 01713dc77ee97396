import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** The program that starts a run, and what it is told before Node's own arguments. */
interface Starter {
  readonly execPath: string
  readonly args: readonly string[]
}

const UNSHARE = '/usr/bin/unshare'
const NOBODY_AND_NO_NETWORK = ['--user', '--net']

const probe = async (): Promise<Starter> => {
  const args = [...NOBODY_AND_NO_NETWORK, process.execPath]
  return promisify(execFile)(UNSHARE, [...args, '--version']).then(
    () => ({ execPath: UNSHARE, args }),
    () => ({ execPath: process.execPath, args: [] }),
  )
}

let found: Promise<Starter> | undefined

/**
 * How runs are started on this machine, tried out once: on a Linux that lets us, as nobody and with a network of their
 * own that leads nowhere; elsewhere (macOS, most containers) by Node alone, whose permission model leaves the network
 * open up to Node 24.
 */
export const findStarter = (): Promise<Starter> => (found ??= probe())
