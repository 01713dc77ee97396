import { access } from 'node:fs/promises'
import type { Settings } from '../settings/types'
import { probe, type Reach } from './probe'
import { findStarters, type Starter } from './starter'

/** What a function can do on this machine and should not: what the probe found, or run on when the server is killed. */
export type Gap = Reach | 'outliving'

/** How functions run on this machine, and what that does not prevent. */
export interface Isolation {
  readonly starter: Starter
  readonly gaps: readonly Gap[]
}

const DEEDS: Readonly<Record<Gap, string>> = {
  network: 'reach the network',
  sockets: 'reach the unix sockets of this machine',
  memory: 'use more memory than its limit',
  signals: 'signal the server',
  outliving: 'outlive a server that is killed',
}

const find = async (): Promise<Isolation> => {
  const { isolated, bare } = await findStarters()
  for (const starter of [...isolated, bare]) {
    const reached = await probe(starter).catch(() => null)
    if (reached === null) continue
    return { starter, gaps: starter.ends === 'by-itself' ? [...reached, 'outliving'] : reached }
  }
  return { starter: bare, gaps: ['network', 'sockets', 'memory', 'signals', 'outliving'] }
}

let found: Promise<Isolation> | undefined

/**
 * How runs are isolated on this machine: the first way that works (starter.ts), and what a hostile function could do,
 * tried out once per process, and again when a file of that way has been removed. Never rejects.
 */
export const findIsolation = async (): Promise<Isolation> => {
  const current = (found ??= find())
  const isolation = await current
  const isThere = await access(isolation.starter.needs).then(
    () => true,
    () => false,
  )
  if (isThere) return isolation
  if (found === current) found = find()
  return found
}

/** Whether the functions may run with these gaps: with none, or when the settings trust the functions. */
export const mayRun = ({ functionsIsolation }: Settings, gaps: readonly Gap[]): boolean =>
  functionsIsolation === 'trusted' || gaps.length === 0

/** What the operator reads at start: a sentence for each gap, and one more when no function runs because of them. */
export const gapReport = (settings: Settings, gaps: readonly Gap[]): readonly string[] => [
  ...gaps.map((gap) => `functions are not isolated: on this machine a function can ${DEEDS[gap]}`),
  ...(mayRun(settings, gaps)
    ? []
    : [
        'functions are refused: allow user namespaces, or set FUNCTIONS_ISOLATION to trusted if all of them are your own',
      ]),
]
