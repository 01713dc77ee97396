import { openWorld, type World } from './world'

/** What the tests of a file see of their world. */
export type TestWorld = Omit<World, 'putAway'>

/**
 * Provides a test file with its world. After each test every phone is put away, and an error that a bundle did not
 * catch, or a rule of WeChat's Audits it broke, fails that test.
 */
export const useWorld = (bundle?: string): TestWorld => {
  const { putAway, ...world } = openWorld(bundle)
  afterEach(() => {
    expect(putAway()).toEqual([])
  })
  return world
}
