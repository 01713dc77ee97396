import type { ProfileAnswer } from '../../../../src/platform/platform'
import { fakePlatform } from '../../../kit/fake-platform'
import { wechat } from '../../../kit/stubs/taro'
import { GREY, answered, answering, openPage } from '../../../kit/pages/open-profile'

beforeEach(() => wechat.reset())

describe('the getUserProfile button', () => {
  afterEach(() => void (__FEATURES__.profileButton = 'whereAnswered'))

  const anonymously = () => Promise.resolve(answered('微信用户', GREY))

  it.each([
    ['whereAnswered', '2.27.0', true],
    ['whereAnswered', '2.27.1', false],
    ['whereAnswered', '3.8.12', false],
    ['always', '3.8.12', true],
    ['off', '2.27.0', false],
  ] as const)(
    'the getUserProfile button of the setting %s, on base library %s, is there: %p',
    async (button, version, isThere) => {
      __FEATURES__.profileButton = button
      const page = await openPage(
        fakePlatform({
          askProfile: anonymously,
          wechat: { ...answering, libVersion: () => version },
        }),
      )
      expect(page.has('profile-get')).toBe(isThere)
      expect(page.has('profile-nickname')).toBe(true)
    },
  )

  it('the getUserProfile button stands before the form, and goes for good after an anonymous answer', async () => {
    const platform = fakePlatform({ askProfile: anonymously, wechat: answering })
    const page = await openPage(platform)
    const order = page.byId('profile-get').compareDocumentPosition(page.byId('profile-avatar'))
    expect(order).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    await page.tap('profile-get')
    expect(page.has('profile-get')).toBe(false)
    expect((await openPage(platform)).has('profile-get')).toBe(false)
  })

  it('the getUserProfile button says nothing of an anonymous answer any more once the form is saved', async () => {
    const page = await openPage(fakePlatform({ askProfile: anonymously, wechat: answering }))
    await page.tap('profile-get')
    expect(page.has('profile-get-said')).toBe(true)
    await page.tap('profile-save')
    expect(page.has('profile-saved')).toBe(true)
    expect(page.has('profile-get-said')).toBe(false)
  })

  // docs/wechat.md 1.7
  it('the getUserProfile button is not there where WeChat has no such call', async () => {
    const page = await openPage()
    expect(page.has('profile-get')).toBe(false)
    expect(page.has('profile-nickname')).toBe(true)
  })

  // docs/wechat.md 1.2
  it('the getUserProfile button calls WeChat inside the tap, before anything is awaited', async () => {
    let isInTap = false
    const seen: boolean[] = []
    const askProfile = () => {
      seen.push(isInTap)
      return new Promise<ProfileAnswer>(() => undefined)
    }
    const page = await openPage(fakePlatform({ askProfile, wechat: answering }))
    await page.settled(() => {
      isInTap = true
      page.byId('profile-get').click()
      isInTap = false
    })
    expect(seen).toEqual([true])
  })

  it('the getUserProfile button opens one popup for two taps', async () => {
    const askProfile = jest.fn(() => new Promise<ProfileAnswer>(() => undefined))
    const page = await openPage(fakePlatform({ askProfile, wechat: answering }))
    await page.tap('profile-get')
    await page.tap('profile-get')
    expect(askProfile).toHaveBeenCalledTimes(1)
    expect(askProfile).toHaveBeenCalledWith('用于展示你的头像和昵称')
  })
})
