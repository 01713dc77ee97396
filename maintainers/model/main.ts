import { runMain } from '../../scripts/code/run-main'
import { wholeNumber } from '../../server/test/kit/whole-number'
import { sessionHolds } from '../../test/kit/session-model/holds'

const DEFAULT_STORIES = '5000'

/** Runs as many random stories on the session machine as you like: `npm run model -- 20000 [seed]`. */
const main = async (): Promise<void> => {
  const [given = DEFAULT_STORIES, givenSeed] = process.argv.slice(2)
  const stories = wholeNumber('stories', given)
  const seed = givenSeed === undefined ? undefined : wholeNumber('seed', givenSeed)
  const startedMs = performance.now()
  await sessionHolds(stories, seed)
  const seconds = (performance.now() - startedMs) / 1_000
  process.stdout.write(`${stories} stories in ${seconds.toFixed(1)} s: every promise was kept.\n`)
}

runMain(main)
