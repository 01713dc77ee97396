import fc from 'fast-check'
import { stories, told } from './ownership/acts'
import { Story } from './ownership/story'
import { openWorld, type World } from './ownership/world'

// Real argon2 with little work: what is modelled is who gets in, not how long a guess takes.
jest.mock('@node-rs/argon2', () => {
  const real = jest.requireActual<typeof import('@node-rs/argon2')>('@node-rs/argon2')
  return { ...real, hash: (text: string) => real.hash(text, { memoryCost: 8, timeCost: 1 }) }
})

const STORIES = Number(process.env['OWNERSHIP_STORIES'] ?? 300)
const SEED = Number(process.env['OWNERSHIP_SEED'] ?? Date.now() % 2 ** 31)

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('an account', () => {
  it(`stays its owner's in ${STORIES} stories of an attacker and an owner`, async () => {
    let n = 0
    await fc.assert(
      fc.asyncProperty(stories, async (steps) => {
        n += 1
        await new Story(world, n).run(steps)
      }),
      {
        numRuns: STORIES,
        seed: SEED,
        endOnFailure: false,
        reporter: (details) => {
          if (details.failed)
            throw new Error(
              `After ${details.numRuns} stories (seed ${details.seed}): ${String(details.errorInstance instanceof Error ? details.errorInstance.message : details.errorInstance)}\n\nSteps:\n${(details.counterexample?.[0] ?? []).map(told).join('\n')}`,
            )
        },
      },
    )
  }, 900_000)
})
