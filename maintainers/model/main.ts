import { sessionHolds } from '../../test/kit/session-model/holds'

const DEFAULT_STORIES = 5_000

/** Runs as many random stories on the session machine as you like: `tsx maintainers/model/main.ts 20000 [seed]`. */
const main = async ([stories = DEFAULT_STORIES, seed]: number[]): Promise<void> => {
  const startedMs = performance.now()
  await sessionHolds(stories, seed)
  const seconds = (performance.now() - startedMs) / 1_000
  process.stdout.write(`${stories} stories in ${seconds.toFixed(1)} s: every promise was kept.\n`)
}

void main(process.argv.slice(2).map(Number))
