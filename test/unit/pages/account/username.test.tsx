import UsernamePage from '../../../../src/pages/member/account/username/index'
import { granted, refused } from '../../../kit/fake-backend'
import { wechat } from '../../../kit/stubs/taro'
import { alice, answer, last, ok, openPage } from '../../../kit/pages/open-account'

beforeEach(() => wechat.reset())

describe('the username', () => {
  it('the username is set, and shown from then on', async () => {
    const page = await openPage(UsernamePage)
    await page.type('username', 'alice')
    await page.tap('username-save')
    const { length } = page.network.requests
    expect(last(page)?.body).toEqual({ username: 'alice' })
    await answer(page, ok({ username: 'alice' }))
    expect(page.has('username-said')).toBe(true)
    expect(page.session()).toMatchObject({ user: { _username: 'alice' } })
    expect(page.network.requests).toHaveLength(length)
  })

  it('the first username leaves what is typed while it is saved', async () => {
    const page = await openPage(UsernamePage)
    await page.type('username', 'alice')
    await page.tap('username-save')
    await page.type('username', 'alice_lin')
    await answer(page, ok({ username: 'alice' }))
    expect(page.byId('username')).toHaveProperty('value', 'alice_lin')
  })

  it('a form of one person is not there for the next who is signed in on its page', async () => {
    const page = await openPage(UsernamePage)
    await page.type('username', 'name_of_alice')
    await page.settled(() => void page.actions.signIn({ username: 'bob' }, 'a sentence'))
    await answer(page, granted({ ...alice, id: 8, _username: 'bob' }))
    expect(page.session()).toMatchObject({ user: { id: 8 } })
    expect(page.byId('username')).toHaveProperty('value', 'bob')
  })

  it('the username is saved without the marks that came along with a copied text', async () => {
    const page = await openPage(UsernamePage)
    await page.type('username', '\u2066alice\u2069 ')
    await page.tap('username-save')
    expect(last(page)?.body).toEqual({ username: 'alice' })
  })

  it('a taken username is reported as taken', async () => {
    const page = await openPage(UsernamePage)
    await page.type('username', 'bob')
    await page.tap('username-save')
    await answer(page, refused(400))
    expect(page.text('username-said')).toContain('其他账号')
  })

  it('the username is refused in the words of its own reason where the server names one', async () => {
    const page = await openPage(UsernamePage)
    await page.type('username', 'аlice')
    await page.tap('username-save')
    await answer(page, refused(400, 'mixed', { error_code: 'username_malformed' }))
    expect(page.text('username-said')).toContain('只用一种文字')
  })

  it('the username cannot be removed while it is the last sign-in method', async () => {
    const page = await openPage(UsernamePage, { ...alice, openid: null, _username: 'alice' })
    expect(page.has('username-remove')).toBe(false)
    expect(page.has('username-last')).toBe(true)
  })

  it('a username stays when the server knows better than the screen that it is the last sign-in method', async () => {
    const page = await openPage(UsernamePage, {
      ...alice,
      openid: null,
      _username: 'al',
      _phone: '1',
    })
    await page.tap('username-remove')
    await page.tap('username-remove-sure')
    await answer(page, refused(400))
    expect(page.text('username-removed')).toContain('唯一的登录方式')
    expect(page.session()).toMatchObject({ user: { _username: 'al' } })
  })

  it('the username can be removed while WeChat is there', async () => {
    const page = await openPage(UsernamePage, { ...alice, _username: 'alice' })
    const sent = page.network.requests.length
    await page.tap('username-remove')
    await page.tap('username-remove')
    expect(page.network.requests.length).toBe(sent)
    await page.tap('username-remove-sure')
    expect(last(page)?.body).toEqual({ username: null })
    await answer(page, ok({ username: null }))
    expect(page.has('username-removed')).toBe(true)
    expect(page.byId('username')).toHaveProperty('value', '')
  })
})
