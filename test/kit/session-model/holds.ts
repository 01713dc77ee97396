import fc from 'fast-check'
import { anyStory } from './commands'
import { Phone } from './phone'

/**
 * Runs `stories` random stories on the real session machine and holds its promises against each:
 * one flight per intent, every promise settles, no token of an old identity is sent after a change,
 * no ended session comes back, storage and memory agree at rest. Rejects with the shortest story that breaks one.
 */
export const sessionHolds = (stories: number, seed?: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(anyStory, fc.constantFrom('answers', 'never'), async (story, network) => {
      const phone = new Phone()
      await fc.asyncModelRun(() => ({ model: {}, real: phone }), story)
      await phone.checkRest(network)
    }),
    { numRuns: stories, ...(seed === undefined ? {} : { seed }) },
  )
