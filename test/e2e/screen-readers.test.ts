import { profileTexts } from '../../src/i18n/profile'
import { useWorld } from './kit/use-world'

describe('a screen reader, in the built bundle', () => {
  const world = useWorld()

  it('a screen reader reads the label of a field', async () => {
    const app = await world.open('reader-ada')
    await app.tap('link-continue')
    await app.tapTab('pages/me/index')
    await app.tap('me-profile')
    expect(app.attribute('profile-nickname', 'aria-label')).toBe(profileTexts['zh-CN'].nickname)
  })

  it('a screen reader knows what can be tapped, and which of several is chosen', async () => {
    const app = await world.open('reader-bo', { device: { language: 'en' } })
    await app.tapTab('pages/me/index')
    expect(app.attribute('me-language', 'aria-role')).toBe('button')
    await app.tap('me-language')
    expect(app.attribute('language-system', 'aria-role')).toBe('radio')
    expect(app.attribute('language-system', 'aria-checked')).toBe(true)
    expect(app.attribute('language-en', 'aria-checked')).toBe(false)
  })
})
