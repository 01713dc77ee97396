import { refused } from '../../../kit/fake-backend'
import { wechat } from '../../../kit/stubs/taro'
import { openPage, submit } from '../../../kit/pages/open-profile'

beforeEach(() => wechat.reset())

describe('the nickname on the profile page', () => {
  const notRisky = { status: 200, body: { risky: false } }

  // docs/wechat.md 1.4
  it('the profile page accepts someone who is really called 微信用户', async () => {
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
  ])(
    'the profile page asks for a name of 1 to 30 characters that can be seen: %j',
    async (nickname, says) => {
      const page = await openPage()
      const before = page.network.requests.length
      await submit(page, nickname)
      expect(page.text('profile-nickname-under')).toContain(says)
      expect(page.network.requests.length).toBe(before)
    },
  )

  it('the profile page takes three families for three characters, and a Latin name of 24 letters', async () => {
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

  it('the profile page leaves the picture that another phone chose alone, however often the name is saved', async () => {
    const page = await openPage()
    for (const name of ['Alicia', 'Alice again']) {
      await submit(page, name)
      await page.wechatSays('profile-nickname', 'nicknamereview', { pass: true, timeout: false })
      await page.settled(() => page.network.answer(notRisky))
      expect(page.network.requests.at(-1)?.body).toEqual({ nickname: name })
      const body = { nickname: name, avatar: 'https://cdn.invalid/of-the-other-phone.png' }
      await page.settled(() => page.network.answer({ status: 200, body }))
    }
  })

  it('the profile page has words of its own for a name in which the server sees nothing', async () => {
    const page = await openPage()
    await submit(page, 'Alicia')
    await page.wechatSays('profile-nickname', 'nicknamereview', { pass: true, timeout: false })
    await page.settled(() => page.network.answer(notRisky))
    const unseen = refused(400, 'no', { error_code: 'nickname_unseen' })
    await page.settled(() => page.network.answer(unseen))
    expect(page.text('profile-failure')).toContain('看得见')
  })

  it('the profile page keeps the typed name when saving failed', async () => {
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
