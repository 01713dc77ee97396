import { setTimeout as wait } from 'node:timers/promises'

/**
 * A program of its own, so that a busy bench does not count as a busy server: asks `/healthz` of the server named
 * by its argument every 20 ms until its input ends, then writes the longest time it took, in milliseconds.
 */
const run = async (url: string) => {
  let isOver = false
  process.stdin.on('end', () => (isOver = true)).resume()
  const ask = async () => {
    const begin = performance.now()
    await (await fetch(`${url}/healthz`)).text()
    return performance.now() - begin
  }
  // The first one pays for loading and connecting.
  await ask()
  process.stdout.write('watching\n')
  let longest = 0
  while (!isOver) {
    longest = Math.max(longest, await ask())
    await wait(20)
  }
  process.stdout.write(`${longest}\n`)
}

void run(String(process.argv[2]))
