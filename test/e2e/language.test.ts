import { sessionTexts } from '../../src/i18n/session'
import { meTexts } from '../../src/i18n/me'
import { createPhoneMemory } from '../../simulator/index'
import { useWorld } from './kit/use-world'

describe('the language, in the built bundle', () => {
  const world = useWorld()

  it('is that of the phone', async () => {
    const app = await world.open('ada', { device: { language: 'en' } })
    await app.tapTab('pages/me/index')
    expect(app.text('me-language-value')).toBe(meTexts.en.languageSystem)
  })

  it('is switched on every page at once, tab bar included, and kept for the next launch', async () => {
    const memory = createPhoneMemory()
    const app = await world.open('bo', { memory })
    expect(app.text('session-state')).toBe(sessionTexts['zh-CN'].unlinked)
    await app.tapTab('pages/me/index')
    await app.tap('me-language')
    await app.tap('language-en')
    expect(app.text('me-language-value')).toBe('English')
    await app.tapTab('pages/home/index')
    expect(app.text('session-state')).toBe(sessionTexts.en.unlinked)

    const again = await world.open('bo', { memory })
    expect(again.text('session-state')).toBe(sessionTexts.en.unlinked)
    await again.tapTab('pages/me/index')
    await again.tap('me-language')
    await again.tap('language-system')
    await again.tapTab('pages/home/index')
    expect(again.text('session-state')).toBe(sessionTexts['zh-CN'].unlinked)
  })
})
