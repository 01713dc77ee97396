import { BaasError, CODE } from '../../../../src/baas/errors'
import { wechatError } from '../../../../src/baas/wechat-errors'
import { refused } from '../../../kit/fake-backend'
import { fakePlatform } from '../../../kit/fake-platform'
import { wechat } from '../../../kit/stubs/taro'
import { GREY, alice, answered, answering, openPage } from '../../../kit/pages/open-profile'

beforeEach(() => wechat.reset())

describe('what WeChat answers to the getUserProfile button', () => {
  it('the getUserProfile button blames WeChat, and not our server, for what WeChat did', async () => {
    const errMsg = 'getUserProfile:fail jsapi invalid request data'
    const askProfile = () => Promise.reject(wechatError({ errMsg }))
    const page = await openPage(fakePlatform({ askProfile, wechat: answering }))
    await page.tap('profile-get')
    expect(page.text('profile-get-failure')).toContain('微信')
    expect(page.text('profile-get-failure')).not.toContain('服务器')
    expect(page.has('profile-get')).toBe(true)
  })

  it('the getUserProfile button sends a real answer to the backend with the code that was begun before it', async () => {
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
  it('the getUserProfile button sends nothing of an anonymous answer, and leads to the form', async () => {
    const askProfile = () => Promise.resolve(answered('微信用户', GREY))
    const page = await openPage(fakePlatform({ askProfile, wechat: answering }))
    const before = page.network.requests.length
    await page.tap('profile-get')
    expect(page.text('profile-get-said')).toContain('下面填写')
    expect(page.network.requests.length).toBe(before)
  })

  it('the getUserProfile button goes on after a refusal and remembers that it was asked', async () => {
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

  it('the getUserInfo button sends what it returns to the backend, by the protocol of its time', async () => {
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
  ])(
    'the getUserInfo button sends nothing of %s, and remembers that it was asked',
    async (_what, detail, says) => {
      const platform = fakePlatform({ wechat: old })
      const page = await openPage(platform)
      const sent = page.network.requests.length
      await answer(page, detail)
      expect(page.text('profile-get-said')).toContain(says)
      expect(page.network.requests.length).toBe(sent)
      expect(platform.storage.get('profile.answered')).toBe(platform.clock.now())
    },
  )

  it('the getUserInfo button says why it failed', async () => {
    const page = await openPage(fakePlatform({ wechat: old }))
    await answer(page, { userInfo: { nickName: 'Al', avatarUrl: 'https://wx.invalid/1.png' } })
    await page.settled(() => page.network.answer(refused(503)))
    expect(page.text('profile-get-failure')).toContain('服务器')
  })
})
