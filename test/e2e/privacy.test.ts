import { createPerson } from '../../simulator/wx/person'
import { startWorld, type World } from './kit/world'

describe('consent to the privacy guide, in the built bundle', () => {
  let world: World

  beforeAll(async () => {
    world = await startWorld()
  }, 60_000)
  afterEach(() => {
    expect(world.putAway()).toEqual([])
  })
  afterAll(() => world.stop())

  /** A member on the profile page, which collects personal data. */
  const memberAtProfile = async (name: string) => {
    const person = createPerson(name)
    const app = await world.open(name, { person })
    await app.tap('link-continue')
    const asked = () => person.asked.filter(({ kind }) => kind === 'privacy').length
    const before = asked()
    await app.tapTab(1)
    await app.tap('me-profile')
    return { app, asked, before }
  }

  it('is asked for by WeChat’s own popup, which no listener of ours replaces (T10)', async () => {
    const { app, asked, before } = await memberAtProfile('rosa')
    expect([before, asked()]).toEqual([0, 1])
    expect(app.calls.map(({ name }) => name)).not.toContain('onNeedPrivacyAuthorization')
  })

  it('is not in the way of the form', async () => {
    const { app } = await memberAtProfile('sven')
    expect(app.has('consent-missing')).toBe(false)
    expect(app.has('profile-save')).toBe(true)
  })

  it('is asked for once, not on every page that needs it', async () => {
    const { app, asked } = await memberAtProfile('tara')
    const before = asked()
    await app.back()
    await app.tap('me-phone')
    expect(asked()).toBe(before)
  })
})
