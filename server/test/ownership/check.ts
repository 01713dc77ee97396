import fc from 'fast-check'
import { told } from './acts'
import { addBystander } from './bystander'
import { stories } from './generate'
import { Story } from './story'
import { openWorld } from './world'

// Queries over the tables of thousands of stories cost more than a new server does.
const STORIES_PER_WORLD = 200

/** How many stories, from which seed, and whether a story that breaks is made shorter. */
export interface Check {
  readonly stories: number
  readonly seed: number
  readonly shrink: 'yes' | 'no'
}

/** How many stories were run, and the one that broke an invariant, as a person reads it. */
export interface Outcome {
  readonly stories: number
  readonly seed: number
  readonly broken: string | null
}

const openStoryWorld = async () => {
  const world = await openWorld()
  return { world, bystander: await addBystander(world) }
}

/** Runs stories of an attacker and an owner on the real server until one breaks an invariant. */
export const checkStories = async ({ stories: numRuns, seed, shrink }: Check): Promise<Outcome> => {
  let opened = await openStoryWorld()
  let n = 0
  const property = fc.asyncProperty(stories, async (steps) => {
    n += 1
    if (n % STORIES_PER_WORLD === 0) {
      await opened.world.close()
      opened = await openStoryWorld()
    }
    const story = new Story(opened.world, n)
    await story.run(steps)
    const [changed] = await opened.bystander.changed()
    if (changed !== undefined) {
      throw story.broken(`An account that takes no part is changed, in the table ${changed}.`)
    }
  })
  try {
    const details = await fc.check(property, { numRuns, seed, endOnFailure: shrink === 'no' })
    const { failed, counterexample, errorInstance } = details
    const story = errorInstance instanceof Error ? errorInstance.message : String(errorInstance)
    const steps = (counterexample?.[0] ?? []).map(told).join('\n')
    return {
      stories: details.numRuns,
      seed,
      broken: failed ? `${story}\n\nSteps:\n${steps}` : null,
    }
  } finally {
    await opened.world.close()
  }
}
