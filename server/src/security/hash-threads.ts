import { availableParallelism, platform } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'

// On Linux priority is a thread's own; elsewhere the server as a whole would lose it.
const NICER = platform() === 'linux' ? 12 : 0
const IDLE_MS = 60_000

/** What a hash of argon2id costs: memory in KiB, passes over it, and threads. */
export interface HashCost {
  readonly memoryCost: number
  readonly timeCost: number
  readonly parallelism: number
}

const threads = new Piscina({
  filename: fileURLToPath(new URL('./hash-worker.mjs', import.meta.url)),
  minThreads: 0,
  maxThreads: availableParallelism(),
  idleTimeout: IDLE_MS,
  niceIncrement: NICER,
  // The worker is plain JavaScript: it needs no loader of this process.
  execArgv: [],
})

/**
 * argon2id with its salt and cost inside. Hashes run in threads of a lower priority, one per core: what else needs
 * the processor, the event loop and PostgreSQL, comes first (docs/decisions/0016-hash-threads.md). Hardly anything waits
 * here: `inPasswordTurn` lets as many begin as there are threads, of known devices and of strangers each.
 */
export const hash = async (password: string, cost: HashCost): Promise<string> =>
  threads.run({ password, cost }, { name: 'hash' }) as Promise<string>

/** Whether `password` is the one behind `hashed`, in the same threads. Rejects when `hashed` is no hash. */
export const verify = async (hashed: string, password: string): Promise<boolean> =>
  threads.run({ password, hashed }, { name: 'verify' }) as Promise<boolean>
