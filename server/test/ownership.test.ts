import fc from 'fast-check'
import { writeFileSync } from 'node:fs'
import { told } from './ownership/acts'
import { stories } from './ownership/generate'
import { Story } from './ownership/story'
import { openWorld, type World } from './ownership/world'

// Real argon2 with little work: what is modelled is who gets in, not how long a guess takes.
jest.mock('@node-rs/argon2', () => {
  const real = jest.requireActual<typeof import('@node-rs/argon2')>('@node-rs/argon2')
  return { ...real, hash: (text: string) => real.hash(text, { memoryCost: 8, timeCost: 1 }) }
})

// Set by `npm run ownership` and `npm run ownership:faults`.
const { env } = process
const STORIES = Number(env['OWNERSHIP_STORIES'] ?? 300)
const SEED = Number(env['OWNERSHIP_SEED'] ?? Date.now() % 2 ** 31)
const REPORT = env['OWNERSHIP_REPORT']
const endOnFailure = env['OWNERSHIP_SHRINK'] === 'no'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('an account', () => {
  it(`stays its owner's in ${STORIES} stories of an attacker and an owner`, async () => {
    let n = 0
    const property = fc.asyncProperty(stories, async (steps) => {
      n += 1
      await new Story(world, n).run(steps)
    })
    const { failed, numRuns, counterexample, errorInstance } = await fc.check(property, {
      numRuns: STORIES,
      seed: SEED,
      endOnFailure,
    })
    const story = errorInstance instanceof Error ? errorInstance.message : String(errorInstance)
    const steps = (counterexample?.[0] ?? []).map(told).join('\n')
    if (REPORT !== undefined)
      writeFileSync(
        REPORT,
        JSON.stringify({ stories: numRuns, seed: SEED, broken: failed ? story : null }),
      )
    if (failed)
      throw new Error(`After ${numRuns} stories (seed ${SEED}): ${story}\n\nSteps:\n${steps}`)
  }, 3_600_000)
})
