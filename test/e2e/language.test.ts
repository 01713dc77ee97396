import { common } from '../../src/i18n/common'
import { sessionTexts } from '../../src/i18n/session'
import { meTexts } from '../../src/i18n/me'
import { createPhoneMemory } from '../../simulator/index'
import { useWorld } from './kit/use-world'

describe('the language, in the built bundle', () => {
  const world = useWorld()

  it('the language of the bundle is that of the phone', async () => {
    const app = await world.open('ada', { device: { language: 'en' } })
    await app.tapTab('pages/me/index')
    expect(app.text('me-language-value')).toBe(meTexts.en.languageSystem)
  })

  it('the language of a word over the page is that of the page, also once the phone has another', async () => {
    let language = 'zh_CN'
    const fails = ({ fail }: { fail: (reason: object) => void }) =>
      fail({ errMsg: 'navigateTo:fail' })
    const said: string[] = []
    const app = await world.open('cy', {
      wx: {
        getAppBaseInfo: () => ({ SDKVersion: '3.8.12', language }),
        navigateTo: fails,
        showToast: ({ title }: { title: string }) => void said.push(title),
      },
    })
    language = 'en'
    await app.tap('home-notes')
    expect(said).toEqual([common['zh-CN'].pageFailed])
  })

  it('the language is switched on every page at once, tab bar included, and kept for the next launch', async () => {
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
