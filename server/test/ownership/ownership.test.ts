import { join } from 'node:path'
import { runStories } from './run-stories'

const ROOT = join(__dirname, '../../..')
const STORIES = 300

describe('an account', () => {
  // In a process of its own: inside of Jest's sandbox the stories take half as long again.
  it(`an account stays its owner's in ${STORIES} stories of an attacker and an owner`, async () => {
    const seed = Date.now() % 2 ** 31
    const { stories, broken } = await runStories(ROOT, { stories: STORIES, seed, shrink: 'yes' })
    if (broken !== null) throw new Error(`After ${stories} stories (seed ${seed}): ${broken}`)
  }, 3_600_000)
})
