import { startWorld, type World } from './world'

/**
 * Gives a test file a world: started before its tests, stopped after them. After each test every phone is put away,
 * and an error that a bundle did not catch, or a rule of WeChat's Audits it broke, fails that test.
 */
export const useWorld = (bundle?: string): Pick<World, 'simulator' | 'hosts' | 'open'> => {
  let started: World | undefined
  const world = () => {
    if (started === undefined)
      throw new Error('The world starts before the first test, not earlier.')
    return started
  }

  beforeAll(async () => {
    started = await startWorld(bundle)
  })
  afterEach(() => {
    expect(started?.putAway()).toEqual([])
  })
  afterAll(() => started?.stop())

  return {
    get simulator() {
      return world().simulator
    },
    get hosts() {
      return world().hosts
    },
    open: (person, options) => world().open(person, options),
  }
}

/** What the tests of a file see of their world. */
export type TestWorld = ReturnType<typeof useWorld>
