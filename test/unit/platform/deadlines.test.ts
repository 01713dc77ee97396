import { over, type Taro } from '../../kit/over-taro'

const never = () => new Promise<never>(() => undefined)

/** Taro's calls, none of which ever answers. */
const silent: Taro = Object.fromEntries(
  ['login', 'navigateTo', 'redirectTo', 'switchTab', 'navigateBack', 'setClipboardData'].map(
    (name) => [name, never],
  ),
)

/** Calls something while no time passes, then lets it pass. */
const after = async <T>(ms: number, start: () => Promise<T>): Promise<unknown> => {
  const outcome = start().catch((error: unknown) => error)
  await jest.advanceTimersByTimeAsync(ms)
  return outcome
}

describe('a call that WeChat never answers', () => {
  beforeEach(() => void jest.useFakeTimers())
  afterEach(() => void jest.useRealTimers())

  it('an unanswered call is a timeout after eight seconds for wx.login', async () => {
    const { wechat } = await over(silent, () => import('../../../src/platform/weapp/wechat'))
    expect(await after(8_000, wechat.loginCode)).toMatchObject({ code: 601 })
  })

  it.each(['switchTab', 'open', 'replace', 'back'] as const)(
    'an unanswered call is a timeout after three seconds for moving between pages (%s)',
    async (move) => {
      const { navigation } = await over(silent, () => import('../../../src/platform/navigation'))
      expect(await after(3_000, () => navigation[move]('/pages/me/index'))).toMatchObject({
        code: 601,
      })
    },
  )

  it('an unanswered call is a timeout for the clipboard', async () => {
    const { copyText } = await over(silent, () => import('../../../src/platform/copy-text'))
    expect(await after(8_000, () => copyText('words'))).toMatchObject({ code: 601 })
  })

  it('an open dialog for pictures is shared by a second tap, and a later tap opens another', async () => {
    const answers: Array<(value: object) => void> = []
    const chooseImage = jest.fn(() => new Promise((resolve) => void answers.push(resolve)))
    const { choosePicture } = await over(
      { chooseImage },
      () => import('../../../src/platform/choose-picture'),
    )
    const both = Promise.all([choosePicture(), choosePicture()])
    answers[0]?.({ tempFilePaths: ['http://tmp/1.png'] })
    await expect(both).resolves.toEqual(['http://tmp/1.png', 'http://tmp/1.png'])
    void choosePicture().catch(() => undefined)
    expect(chooseImage).toHaveBeenCalledTimes(2)
  })

  it('an unanswered question for consent leaves the page usable after a while', async () => {
    const taro = { requirePrivacyAuthorize: () => undefined }
    const { privacy } = await over(taro, () => import('../../../src/platform/weapp/privacy'))
    expect(await after(15_000, privacy.requireConsent)).toMatchObject({ code: 601 })
  })

  it('a login without an answer ends the profile button', async () => {
    const taro = { ...silent, getUserProfile: () => Promise.resolve({ userInfo: {} }) }
    const { askProfile } = await over(taro, () => import('../../../src/platform/weapp/ask-profile'))
    expect(await after(8_000, async () => askProfile?.('words'))).toMatchObject({ code: 601 })
  })
})

describe('a call that WeChat answers late', () => {
  it('a call that WeChat answers late has ended already, and its answer changes nothing', async () => {
    jest.useFakeTimers()
    let answer: (value: { code: string }) => void = () => undefined
    const login = () => new Promise<{ code: string }>((resolve) => (answer = resolve))
    const { wechat } = await over({ login }, () => import('../../../src/platform/weapp/wechat'))
    const outcome = after(8_000, wechat.loginCode)
    expect(await outcome).toMatchObject({ code: 601 })
    answer({ code: 'late' })
    jest.useRealTimers()
  })
})

describe('a call that only decorates', () => {
  const failing = {
    setNavigationBarTitle: () => Promise.reject({ errMsg: 'setNavigationBarTitle:fail' }),
    setTabBarItem: () => {
      throw new Error('setTabBarItem:fail not TabBar page')
    },
    stopPullDownRefresh: undefined,
    showToast: () => Promise.reject({ errMsg: 'showToast:fail' }),
  }

  it('a call that only decorates may reject, throw, or be absent', async () => {
    const bars = await over(failing, () => import('../../../src/platform/bars'))
    expect(() => {
      bars.showTitle('Home')
      bars.showTabTitles(['Home', 'Me'])
      bars.endPullDown()
      bars.showToast('Hello')
    }).not.toThrow()
    // An unhandled rejection would fail this test file.
    await new Promise((done) => setImmediate(done))
  })

  it('a WeChat that says nothing of itself leaves the defaults', async () => {
    const taro = {
      getAppBaseInfo: () => {
        throw new Error('getAppBaseInfo:fail')
      },
    }
    const { appBaseInfo } = await over(
      taro,
      () => import('../../../src/platform/weapp/app-base-info'),
    )
    expect(appBaseInfo()).toEqual({})
  })
})
