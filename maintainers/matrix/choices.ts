import { FEATURES, type FeatureName } from '../../scripts/setup/features/feature'
import { numbersFrom } from '../../test/kit/seeded-numbers'

/** One project to create: what it keeps, and a name for the table. */
export interface Choice {
  readonly name: string
  readonly keep: readonly FeatureName[]
}

const without = (gone: FeatureName): Choice => ({
  name: `without ${gone}`,
  keep: FEATURES.filter((name) => name !== gone),
})

const isAlike = (a: Choice, b: Choice) => a.keep.join() === b.keep.join()

/** What a project that is only a mini-program with accounts leaves out. */
const BESIDE_THE_APP: readonly FeatureName[] = ['web', 'notes', 'server', 'simulator']

/** Every feature alone left out, everything, nothing and the app alone kept, and `count` random choices that differ from all others. */
export const choicesWith = (seed: number, count: number): Choice[] => {
  const choices: Choice[] = [
    { name: 'everything', keep: FEATURES },
    { name: 'nothing', keep: [] },
    { name: 'the app alone', keep: FEATURES.filter((name) => !BESIDE_THE_APP.includes(name)) },
    ...FEATURES.map(without),
  ]
  const next = numbersFrom(seed)
  const all = choices.length + count
  while (choices.length < all) {
    const keep = FEATURES.filter(() => next() < 2 ** 31)
    const choice = { name: `random: ${keep.join(' ')}`, keep }
    if (!choices.some((other) => isAlike(other, choice))) choices.push(choice)
  }
  return choices
}

/** Two for CI: what every project shares, and the app with the backend and WeChat beside it. */
export const smallChoices: readonly Choice[] = [
  { name: 'nothing', keep: [] },
  { name: 'sms, server, simulator', keep: ['sms', 'server', 'simulator'] },
]
