import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { httpClient } from '../test/kit/http-client'
import { openWorld, type BenchServer } from './world'

const SIGN_INS = 260
const SLOW_MS = 4_500
const DEAD_MS = 60_000
const LONGEST_MS = 8_000
const HEALTHZ_MS = 100
const RECOVERY_MS = 10_000

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Says a figure and whether it is within `limit` milliseconds; the program fails if it is not. */
const judge = (what: string, ms: number, limit: number) => {
  const isGood = ms <= limit
  if (!isGood) process.exitCode = 1
  say(`${isGood ? 'ok  ' : 'FAIL'} ${what}: ${Math.round(ms)} ms (at most ${limit})`)
}

const timed = async <T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> => {
  const begin = performance.now()
  const value = await work()
  return { ms: performance.now() - begin, value }
}

/** `SIGN_INS` at once: how long the last took, and how many answers of each status there were. */
const signInAtOnce = async ({ url, codes }: BenchServer) => {
  const { call } = httpClient(url)
  const ready = await codes(SIGN_INS)
  const answers = await Promise.all(
    ready.map((code) =>
      timed(async () => {
        const body = { code, create_user: false }
        return (await call('POST', '/hserve/v2.5/idp/wechat/silent-login/', { body })).status
      }),
    ),
  )
  const statuses: Record<number, number> = {}
  for (const { value } of answers) statuses[value] = (statuses[value] ?? 0) + 1
  return { ms: Math.max(...answers.map(({ ms }) => ms)), statuses }
}

const WATCH = fileURLToPath(new URL('health-watch.ts', import.meta.url))

/** What `work` came to, and the longest `/healthz` took meanwhile, in milliseconds. */
const watched = async <T>({ url }: BenchServer, work: () => Promise<T>) => {
  const watch = spawn(process.execPath, ['--import', 'tsx', WATCH, url], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface(watch.stdout)[Symbol.asyncIterator]()
  await lines.next()
  const value = await work()
  watch.stdin.end()
  const longest = await lines.next()
  return { value, longestMs: Number(longest.value) }
}

/** `npm run bench:slow-wechat -w server`: what sign-ins and others notice of a WeChat that is slow, then dead, then well. */
const run = async () => {
  const world = await openWorld('pglite')
  try {
    const server = await world.openServer(0)
    const { value: usual, longestMs } = await watched(server, () => signInAtOnce(server))
    say(
      `     WeChat well: the last of ${SIGN_INS} answers: ${Math.round(usual.ms)} ms, the longest /healthz: ${Math.round(longestMs)} ms`,
    )
    for (const [name, delayMs] of [
      ['slow', SLOW_MS],
      ['dead', DEAD_MS],
    ] as const) {
      await world.trouble({ kind: 'slow', delayMs })
      const { value, longestMs: healthMs } = await watched(server, () => signInAtOnce(server))
      const answers = JSON.stringify(value.statuses)
      judge(`WeChat ${name}: the last of ${SIGN_INS} answers ${answers}`, value.ms, LONGEST_MS)
      judge(`WeChat ${name}: the longest /healthz`, healthMs, HEALTHZ_MS)
    }
    // Sign-ins that come while it is dead, so that the circuit is open when it recovers.
    await signInAtOnce(server)
    await world.trouble({ kind: 'clear' })
    const recovery = await timed(async () => {
      for (;;) {
        const { statuses, ms } = await signInAtOnce(server)
        if (statuses[201] === SIGN_INS && ms < 2 * usual.ms + 1_000) return
        await wait(250)
      }
    })
    judge('full speed again after', recovery.ms, RECOVERY_MS)
  } finally {
    await world.stop()
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
