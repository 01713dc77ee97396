import { BaasError, CODE } from '../../../src/baas/errors'
import { wechatError } from '../../../src/baas/wechat-errors'
import { createPrivacyQueue } from '../../../src/features/privacy/queue'
import type { Privacy, ProfileAnswer } from '../../../src/platform/platform'
import ProfilePage from '../../../src/pages/member/profile/index'
import { granted, refused } from '../../kit/fake-backend'
import { fakeClock } from '../../kit/fake-clock'
import { fakePlatform } from '../../kit/fake-platform'
import { makeAuth } from '../../kit/make-auth'
import { renderPage } from '../../kit/render-page'
import { wechat } from '../../kit/stubs/taro'

const alice = { id: 7, nickname: 'Alice', avatar: 'https://cdn.invalid/a.png' }
const GREY =
  'https://thirdwx.qlogo.cn/mmopen/vi_32/POgEwh4mIHO4nibH0KlMECNjjGxQUq24ZEaGT4poC6ic/132'

const answered = (nickName: string, avatarUrl: string): ProfileAnswer => ({
  code: 'a-code',
  profile: {
    userInfo: { nickName, avatarUrl },
    rawData: '{}',
    signature: 's',
    encryptedData: 'e',
    iv: 'i',
  },
})

const openPage = async (platform = fakePlatform(), privacyQueue = createPrivacyQueue()) => {
  const { wechat: device } = platform
  const page = renderPage(ProfilePage, { ...makeAuth({ wechat: device }), platform, privacyQueue })
  await page.settled(() => void page.auth.launch())
  await page.settled(() => page.network.answer(granted(alice)))
  return page
}

const submit = async (page: Awaited<ReturnType<typeof openPage>>, nickname: string) => {
  await page.type('profile-nickname', nickname)
  await page.tap('profile-save')
}

beforeEach(() => wechat.reset())

/** The last WeChat that answered getUserProfile with the person's own profile. */
const answering = { loginCode: () => Promise.resolve('a-code'), libVersion: () => '2.27.0' }

describe('the getUserProfile button', () => {
  afterEach(() => void (__FEATURES__.profileButton = 'whereAnswered'))

  const anonymously = () => Promise.resolve(answered('微信用户', GREY))

  it.each([
    ['whereAnswered', '2.27.0', true],
    ['whereAnswered', '2.27.1', false],
    ['whereAnswered', '3.8.12', false],
    ['always', '3.8.12', true],
    ['off', '2.27.0', false],
  ] as const)('%s, on base library %s: %p', async (button, version, isThere) => {
    __FEATURES__.profileButton = button
    const page = await openPage(
      fakePlatform({
        askProfile: anonymously,
        wechat: { ...answering, libVersion: () => version },
      }),
    )
    expect(page.has('profile-get')).toBe(isThere)
    expect(page.has('profile-nickname')).toBe(true)
  })

  it('stands before the form, and goes for good after an anonymous answer', async () => {
    const platform = fakePlatform({ askProfile: anonymously, wechat: answering })
    const page = await openPage(platform)
    const order = page.byId('profile-get').compareDocumentPosition(page.byId('profile-avatar'))
    expect(order).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    await page.tap('profile-get')
    expect(page.has('profile-get')).toBe(false)
    expect((await openPage(platform)).has('profile-get')).toBe(false)
  })

  it('says nothing of an anonymous answer any more once the form is saved', async () => {
    const page = await openPage(fakePlatform({ askProfile: anonymously, wechat: answering }))
    await page.tap('profile-get')
    expect(page.has('profile-get-said')).toBe(true)
    await page.tap('profile-save')
    expect(page.has('profile-saved')).toBe(true)
    expect(page.has('profile-get-said')).toBe(false)
  })

  it('blames WeChat, and not our server, for what WeChat did', async () => {
    const errMsg = 'getUserProfile:fail jsapi invalid request data'
    const askProfile = () => Promise.reject(wechatError({ errMsg }))
    const page = await openPage(fakePlatform({ askProfile, wechat: answering }))
    await page.tap('profile-get')
    expect(page.text('profile-get-failure')).toContain('微信')
    expect(page.text('profile-get-failure')).not.toContain('服务器')
    expect(page.has('profile-get')).toBe(true)
  })

  // docs/wechat.md 1.7
  it('is not there where WeChat has no such call', async () => {
    const page = await openPage()
    expect(page.has('profile-get')).toBe(false)
    expect(page.has('profile-nickname')).toBe(true)
  })

  // docs/wechat.md 1.2
  it('calls WeChat inside the tap, before anything is awaited', async () => {
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

  it('opens one popup for two taps', async () => {
    const askProfile = jest.fn(() => new Promise<ProfileAnswer>(() => undefined))
    const page = await openPage(fakePlatform({ askProfile, wechat: answering }))
    await page.tap('profile-get')
    await page.tap('profile-get')
    expect(askProfile).toHaveBeenCalledTimes(1)
    expect(askProfile).toHaveBeenCalledWith('用于展示你的头像和昵称')
  })

  it('hands a real answer to the backend with the code that was begun before it', async () => {
    const askProfile = () => Promise.resolve(answered('Alice B.', 'https://wx.invalid/1.png'))
    const page = await openPage(fakePlatform({ askProfile, wechat: answering }))
    await page.tap('profile-get')
    expect(page.network.requests.at(-1)).toMatchObject({
      url: expect.stringContaining('/hserve/v2.6/idp/wechat/user/info/'),
      body: { code: 'a-code', update_userprofile: 'setnx' },
    })
    await page.settled(() =>
      page.network.answer({ status: 200, body: { ...alice, nickname: 'Alice B.' } }),
    )
    expect(page.has('profile-get-said')).toBe(true)
    expect(page.byId('profile-nickname')).toHaveProperty('value', 'Alice B.')
  })

  // docs/wechat.md 1.4
  it('sends nothing of an anonymous answer, and leads to the form', async () => {
    const askProfile = () => Promise.resolve(answered('微信用户', GREY))
    const page = await openPage(fakePlatform({ askProfile, wechat: answering }))
    const before = page.network.requests.length
    await page.tap('profile-get')
    expect(page.text('profile-get-said')).toContain('下面填写')
    expect(page.network.requests.length).toBe(before)
  })

  it('takes a refusal calmly and remembers that it was asked', async () => {
    const platform = fakePlatform({
      askProfile: () => Promise.reject(new BaasError(CODE.unauthorized)),
      wechat: answering,
    })
    const page = await openPage(platform)
    await page.tap('profile-get')
    expect(page.text('profile-get-said')).toContain('没关系')
    expect(platform.storage.get('profile.answered')).toBe(platform.clock.now())
  })
})

// docs/protocol.md 1.4
describe('the getUserInfo button of libraries older than 2.10.4', () => {
  const old = { loginCode: () => Promise.resolve('a-code'), libVersion: () => '2.10.3' }
  const answer = (page: Awaited<ReturnType<typeof openPage>>, detail: object) =>
    page.wechatSays('profile-get', 'getuserinfo', detail)

  it('hands what it gives to the backend, by the protocol of its time', async () => {
    const page = await openPage(fakePlatform({ wechat: old }))
    expect(page.byId('profile-get').dataset['openType']).toBe('getUserInfo')
    await answer(page, {
      userInfo: { nickName: 'Alice B.', avatarUrl: 'https://wx.invalid/1.png' },
    })
    await page.settled(() =>
      page.network.answer({ status: 200, body: { ...alice, nickname: 'Alice B.' } }),
    )
    expect(page.text('profile-get-said')).toBe('已保存')
    expect(page.byId('profile-nickname')).toHaveProperty('value', 'Alice B.')
  })

  it.each([
    ['a refusal', {}, '没关系'],
    ['everybody’s name', { userInfo: { nickName: '微信用户', avatarUrl: GREY } }, '下面填写'],
  ])('sends nothing of %s, and remembers that it was asked', async (_what, detail, says) => {
    const platform = fakePlatform({ wechat: old })
    const page = await openPage(platform)
    const sent = page.network.requests.length
    await answer(page, detail)
    expect(page.text('profile-get-said')).toContain(says)
    expect(page.network.requests.length).toBe(sent)
    expect(platform.storage.get('profile.answered')).toBe(platform.clock.now())
  })

  it('says why it failed', async () => {
    const page = await openPage(fakePlatform({ wechat: old }))
    await answer(page, { userInfo: { nickName: 'Al', avatarUrl: 'https://wx.invalid/1.png' } })
    await page.settled(() => page.network.answer(refused(503)))
    expect(page.text('profile-get-failure')).toContain('服务器')
  })
})

describe('the picture and name form', () => {
  const notRisky = { status: 200, body: { risky: false } }

  it('saves a name after WeChat and the server have looked at it', async () => {
    const page = await openPage()
    await page.type('profile-nickname', ' Alicia ')
    await page.wechatSays('profile-nickname', 'nicknamereview', { pass: true, timeout: false })
    await page.tap('profile-save')
    expect(page.network.requests.at(-1)?.body).toEqual({ content: 'Alicia' })
    await page.settled(() => page.network.answer(notRisky))
    expect(page.network.requests.at(-1)?.body).toEqual({ nickname: 'Alicia' })
    await page.settled(() => page.network.answer({ status: 200, body: { nickname: 'Alicia' } }))
    expect(page.text('profile-saved')).toBe('已保存')
  })

  // docs/wechat.md 2.2
  it('waits for the review, which comes after blur, and takes its no', async () => {
    const page = await openPage()
    const before = page.network.requests.length
    await submit(page, 'Alicia')
    await page.wechatSays('profile-nickname', 'nicknamereview', { pass: false, timeout: false })
    expect(page.text('profile-nickname-under')).toContain('微信审核')
    expect(page.network.requests.length).toBe(before)
  })

  it('says that WeChat rejected a name, not that it is missing, after WeChat emptied the field', async () => {
    const page = await openPage()
    await page.type('profile-nickname', 'Alicia')
    await page.type('profile-nickname', '')
    await page.wechatSays('profile-nickname', 'nicknamereview', { pass: false, timeout: false })
    await page.tap('profile-save')
    expect(page.text('profile-nickname-under')).toContain('微信审核')
  })

  it('lets the server judge when the review timed out or never came', async () => {
    const page = await openPage()
    await submit(page, 'Alicia')
    await page.wechatSays('profile-nickname', 'nicknamereview', { pass: false, timeout: true })
    await page.settled(() => page.network.answer({ status: 200, body: { risky: true } }))
    expect(page.text('profile-nickname-under')).toContain('内容审核')
  })

  // docs/wechat.md 2.2
  it('says so when the rejection comes after the name was saved', async () => {
    const clock = fakeClock()
    const page = await openPage(fakePlatform({ clock }))
    await submit(page, 'Alicia')
    await page.settled(() => clock.advance(1_500))
    await page.settled(() => page.network.answer(notRisky))
    await page.settled(() => page.network.answer({ status: 200, body: { nickname: 'Alicia' } }))
    expect(page.has('profile-saved')).toBe(true)
    await page.type('profile-nickname', '')
    await page.wechatSays('profile-nickname', 'nicknamereview', { pass: false, timeout: false })
    expect(page.has('profile-saved')).toBe(false)
    expect(page.text('profile-nickname-under')).toContain('微信审核')
  })

  // docs/wechat.md 2.2
  it('says so when the rejection comes while the name is being saved', async () => {
    const clock = fakeClock()
    const page = await openPage(fakePlatform({ clock }))
    await submit(page, 'Alicia')
    await page.settled(() => clock.advance(1_500))
    await page.settled(() => page.network.answer(notRisky))
    await page.wechatSays('profile-nickname', 'nicknamereview', { pass: false, timeout: false })
    await page.settled(() => page.network.answer({ status: 200, body: { nickname: 'Alicia' } }))
    expect(page.text('profile-nickname-under')).toContain('微信审核')
    expect(page.has('profile-saved')).toBe(false)
  })

  // docs/wechat.md 1.4
  it('accepts somebody who is really called 微信用户', async () => {
    const page = await openPage()
    await page.type('profile-nickname', '微信用户')
    await page.wechatSays('profile-nickname', 'nicknamereview', { pass: true, timeout: false })
    await page.tap('profile-save')
    await page.settled(() => page.network.answer(notRisky))
    expect(page.network.requests.at(-1)?.body).toMatchObject({ nickname: '微信用户' })
  })

  it.each([
    ['   ', '请填写'],
    ['\u200b\u200b', '看得见'],
    ['很'.repeat(31), '最多 30'],
  ])('asks for a name of 1 to 30 characters that can be seen: %j', async (nickname, says) => {
    const page = await openPage()
    const before = page.network.requests.length
    await submit(page, nickname)
    expect(page.text('profile-nickname-under')).toContain(says)
    expect(page.network.requests.length).toBe(before)
  })

  it('takes three families for three characters, and a Latin name of 24 letters', async () => {
    const page = await openPage()
    for (const name of ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 'Maximiliana Wolfeschlegel']) {
      await submit(page, name)
      await page.wechatSays('profile-nickname', 'nicknamereview', { pass: true, timeout: false })
      expect(page.network.requests.at(-1)?.body).toEqual({ content: name })
      await page.settled(() => page.network.answer(notRisky))
      await page.settled(() => page.network.answer({ status: 200, body: { nickname: name } }))
      expect(page.has('profile-saved')).toBe(true)
    }
  })

  it('says so in words of its own when the server sees nothing in a name', async () => {
    const page = await openPage()
    await submit(page, 'Alicia')
    await page.wechatSays('profile-nickname', 'nicknamereview', { pass: true, timeout: false })
    await page.settled(() => page.network.answer(notRisky))
    const unseen = refused(400, 'no', { error_code: 'nickname_unseen' })
    await page.settled(() => page.network.answer(unseen))
    expect(page.text('profile-failure')).toContain('看得见')
  })

  it('keeps what was typed when saving failed', async () => {
    const page = await openPage()
    await page.type('profile-nickname', 'Alicia')
    await page.wechatSays('profile-nickname', 'nicknamereview', { pass: true, timeout: false })
    await page.tap('profile-save')
    await page.settled(() => page.network.answer(notRisky))
    await page.settled(() => page.network.answer(refused(503)))
    expect(page.has('profile-failure')).toBe(true)
    expect(page.byId('profile-nickname')).toHaveProperty('value', 'Alicia')
  })
})

describe('choosing a picture', () => {
  const policy = {
    status: 200,
    body: { id: '1', path: 'https://cdn.invalid/new.png', upload_url: 'https://up.invalid/' },
  }

  // docs/wechat.md 2.3
  it('changes nothing on the tap: a cancelled dialog sends no event', async () => {
    const page = await openPage()
    await page.tap('profile-avatar')
    expect(page.byId('profile-avatar').className).toContain('button-ready')
  })

  it('stores the temporary file at once and saves only its lasting address', async () => {
    const page = await openPage()
    await page.wechatSays('profile-avatar', 'chooseavatar', { avatarUrl: 'http://tmp/new.png' })
    expect(page.byId('profile-avatar').className).toContain('button-busy')
    await page.settled(() => page.network.answer(policy))
    await page.settled(() => page.uploads.answer({ status: 200, body: '{"code":200}' }))
    await page.tap('profile-save')
    expect(page.network.requests.at(-1)?.body).toEqual({ avatar: 'https://cdn.invalid/new.png' })
  })

  it('holds the save until it is stored, and no older "saved" stands beside a newer picture', async () => {
    const page = await openPage()
    await page.tap('profile-save')
    expect(page.has('profile-saved')).toBe(true)
    await page.wechatSays('profile-avatar', 'chooseavatar', { avatarUrl: 'http://tmp/new.png' })
    expect(page.byId('profile-save')).toHaveProperty('disabled', true)
    await page.settled(() => page.network.answer(policy))
    await page.settled(() => page.uploads.answer({ status: 200, body: '{"code":200}' }))
    expect(page.byId('profile-save')).toHaveProperty('disabled', false)
    expect(page.has('profile-saved')).toBe(false)
  })

  it('keeps the picture there was when the upload breaks off halfway', async () => {
    const page = await openPage()
    await page.wechatSays('profile-avatar', 'chooseavatar', { avatarUrl: 'http://tmp/new.png' })
    await page.settled(() => page.network.answer(policy))
    await page.settled(() => page.uploads.fail(new BaasError(CODE.networkDisconnected)))
    expect(page.has('profile-avatar-failure')).toBe(true)
    const { length } = page.network.requests
    await page.tap('profile-save')
    expect(page.network.requests).toHaveLength(length)
    expect(page.session()).toMatchObject({ user: { avatar: alice.avatar } })
  })

  // docs/wechat.md 2.4
  it('says so when storage answers something that is no JSON', async () => {
    const page = await openPage()
    await page.wechatSays('profile-avatar', 'chooseavatar', { avatarUrl: 'http://tmp/new.png' })
    await page.settled(() => page.network.answer(policy))
    await page.settled(() => page.uploads.answer({ status: 413, body: '<html>' }))
    expect(page.has('profile-avatar-failure')).toBe(true)
    expect(page.byId('profile-avatar').className).toContain('button-ready')
  })
})

describe('our own sheet for consent', () => {
  afterEach(() => {
    __FEATURES__.privacySheet = 'official'
  })

  it('asks while calls wait, and answers them by the tap on its agree button', async () => {
    __FEATURES__.privacySheet = 'own'
    const page = await openPage()
    const answers: unknown[] = []
    await page.settled(() => page.privacyQueue.need((answer) => answers.push(answer)))
    await page.wechatSays('privacy-agree', 'agreeprivacyauthorization', {})
    expect(answers).toEqual([
      { event: 'exposureAuthorization' },
      { event: 'agree', buttonId: 'privacy-agree' },
    ])
    expect(page.has('privacy')).toBe(false)
  })

  it('takes a page that is left for a no, as a call without an answer would wait for ever', async () => {
    __FEATURES__.privacySheet = 'own'
    const page = await openPage()
    const answers: unknown[] = []
    await page.settled(() => page.privacyQueue.need((answer) => answers.push(answer)))
    page.unmount()
    expect(answers).toEqual([{ event: 'exposureAuthorization' }, { event: 'disagree' }])
    expect(page.privacyQueue.asking.getState()).toBe(false)
  })

  // docs/wechat.md 3.3
  it('answers through the one listener WeChat keeps, which the app registered at launch', async () => {
    __FEATURES__.privacySheet = 'own'
    let heard: Parameters<Privacy['onNeedConsent']>[0] = () => undefined
    const { privacy } = fakePlatform()
    const onNeedConsent: Privacy['onNeedConsent'] = (listener) => {
      heard = listener
    }
    const queue = createPrivacyQueue()
    onNeedConsent(queue.need)
    const page = await openPage(fakePlatform({ privacy: { ...privacy, onNeedConsent } }), queue)
    const answers: unknown[] = []
    await page.settled(() => heard((answer) => answers.push(answer)))
    await page.wechatSays('privacy-agree', 'agreeprivacyauthorization', {})
    expect(answers).toContainEqual({ event: 'agree', buttonId: 'privacy-agree' })
  })
})
