import { checkStories } from './ownership/check'

// Real argon2 with little work: what is modelled is who gets in, not how long a guess takes.
jest.mock('../src/security/hash-threads', () => {
  const { hash, verify } = jest.requireActual<typeof import('@node-rs/argon2')>('@node-rs/argon2')
  return { hash: (text: string) => hash(text, { memoryCost: 8, timeCost: 1 }), verify }
})

const STORIES = 300

describe('an account', () => {
  it(`an account stays its owner's in ${STORIES} stories of an attacker and an owner`, async () => {
    const seed = Date.now() % 2 ** 31
    const { stories, broken } = await checkStories({ stories: STORIES, seed, shrink: 'yes' })
    if (broken !== null) throw new Error(`After ${stories} stories (seed ${seed}): ${broken}`)
  }, 3_600_000)
})
