import { profileTexts } from '../../src/i18n/profile'
import { sessionTexts } from '../../src/i18n/session'
import { createPhoneMemory } from '../../simulator/index'
import { useWorld } from './kit/use-world'

/** Base libraries of today, and the first with the polyfills that phones below the floor need. */
const LIBRARIES = ['3.11.3', '2.16.1'] as const

describe.each(LIBRARIES)(
  'the built bundle on the oldest phone of base library %s',
  (libVersion) => {
    const world = useWorld()
    const device = { libVersion, engine: 'oldest' } as const

    it('signs a person in, and knows them at the next launch', async () => {
      const memory = createPhoneMemory()
      const person = `old-engine-${libVersion}`
      const app = await world.open(person, { device, memory })
      await app.tap('link-continue')
      expect(app.text('session-state')).toBe(sessionTexts['zh-CN'].member)
      const again = await world.open(person, { device, memory })
      expect(again.text('session-user-id')).toBe(app.text('session-user-id'))
    })

    it('opens the pages of the member and the legal ones, and saves a name', async () => {
      const app = await world.open(`old-pages-${libVersion}`, { device })
      await app.tap('link-continue')
      await app.tapTab(1)
      for (const door of ['me-profile', 'me-phone', 'me-account', 'me-privacy', 'me-terms']) {
        await app.tap(door)
        expect(app.page()).not.toBe('pages/me/index')
        await app.back()
      }
      await app.tap('me-profile')
      await app.input('profile-nickname', 'Ada')
      await app.tap('profile-save')
      expect(app.text('profile-saved')).toBe(profileTexts['zh-CN'].saved)
    })
  },
)
