import { missingBuiltIns } from '../../scripts/floor/built-ins'
import { floorOf } from '../../scripts/floor/floor-of'
import { formTexts } from '../../src/i18n/forms'
import { sessionTexts } from '../../src/i18n/session'
import { createPhoneMemory, type LaunchOptions } from '../../simulator/index'
import { useWorld } from './kit/use-world'

/** Every built-in that some engine of .browserslistrc lacks. */
const without = missingBuiltIns(floorOf('.browserslistrc')).map(({ name }) => name)

const PHONES: ReadonlyArray<readonly [name: string, options: Partial<LaunchOptions>]> = [
  ['an engine of the floor', { without }],
  ['the oldest phone of base library 3.11.3', { device: { engine: 'oldest' } }],
]

describe.each(PHONES)('the built bundle on %s', (name, options) => {
  const world = useWorld()
  const person = (what: string) => `${what}-on-${name.replace(/\W+/g, '-')}`

  it('the bundle on the oldest engine signs a person in, and knows them at the next launch', async () => {
    const memory = createPhoneMemory()
    const app = await world.open(person('launch'), { ...options, memory })
    await app.tap('link-continue')
    expect(app.text('session-state')).toBe(sessionTexts['zh-CN'].member)
    const again = await world.open(person('launch'), { ...options, memory })
    expect(again.text('session-user-id')).toBe(app.text('session-user-id'))
  })

  it('the bundle on the oldest engine opens the pages of the member, of notes and the legal ones, and saves a name', async () => {
    const app = await world.open(person('pages'), options)
    await app.tap('link-continue')
    await app.tap('home-notes')
    expect(app.page()).toBe('pages/notes/index')
    await app.back()
    await app.tapTab('pages/me/index')
    for (const door of ['me-profile', 'me-phone', 'me-account', 'me-privacy', 'me-terms']) {
      await app.tap(door)
      expect(app.page()).not.toBe('pages/me/index')
      await app.back()
    }
    await app.tap('me-profile')
    await app.input('profile-nickname', 'Ada')
    await app.tap('profile-save')
    expect(app.text('profile-saved')).toBe(formTexts['zh-CN'].saved)
  })
})

it('the host without newer built-ins has no Array.prototype.at, String.prototype.replaceAll', () => {
  expect(without).toEqual(
    expect.arrayContaining(['Array.prototype.at', 'String.prototype.replaceAll']),
  )
})
