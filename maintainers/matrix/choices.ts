import { FEATURES, type FeatureName } from '../../scripts/setup/features/feature'

/** One project to create: what it keeps, and a name for the table. */
export interface Choice {
  readonly name: string
  readonly keep: readonly FeatureName[]
}

const without = (gone: FeatureName): Choice => ({
  name: `without ${gone}`,
  keep: FEATURES.filter((name) => name !== gone),
})

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
const randomFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

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
  const random = randomFrom(seed)
  const all = choices.length + count
  while (choices.length < all) {
    const keep = FEATURES.filter(() => random() < 0.5)
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
