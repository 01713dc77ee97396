import { createPerson, type RunningApp } from '../../simulator/index'
import { useWorld } from './kit/use-world'

describe('consent to the privacy guide, in the built bundle', () => {
  const world = useWorld()

  /** A member at home, and how often they were asked so far. */
  const member = async (name: string) => {
    const person = createPerson(name)
    const app = await world.open(name, { person })
    await app.tap('link-continue')
    const asked = () => person.asked.filter(({ kind }) => kind === 'privacy').length
    return { app, asked }
  }

  const toProfile = async (app: RunningApp) => {
    await app.tapTab('pages/me/index')
    await app.tap('me-profile')
  }

  // docs/wechat.md 6.2
  it('the privacy guide can be read before anyone is asked: guide and terms are two taps from home', async () => {
    const app = await world.open('nadia')
    for (const [cell, page] of [
      ['me-privacy', 'pages/legal/privacy/index'],
      ['me-terms', 'pages/legal/terms/index'],
    ] as const) {
      await app.tapTab('pages/me/index')
      await app.tap(cell)
      expect(app.page()).toBe(page)
      await app.back()
      await app.tapTab('pages/home/index')
    }
  })

  it('no one is asked for consent where nothing personal is collected', async () => {
    const { app, asked } = await member('petra')
    await app.tapTab('pages/me/index')
    expect(app.has('me-profile')).toBe(true)
    expect(asked()).toBe(0)
  })

  // docs/wechat.md 3.3
  it('the person is asked for consent by WeChat’s own popup, which no listener of ours replaces', async () => {
    const { app, asked } = await member('ruth')
    await toProfile(app)
    expect(asked()).toBe(1)
    expect(app.has('consent-missing')).toBe(false)
    expect(app.calls.map(({ name }) => name)).not.toContain('onNeedPrivacyAuthorization')
  })

  it('the person is asked for consent once, not on every page that needs it', async () => {
    const { app, asked } = await member('tara')
    await toProfile(app)
    await app.back()
    await app.tap('me-phone')
    expect(asked()).toBe(1)
  })
})
