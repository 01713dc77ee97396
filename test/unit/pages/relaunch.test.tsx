import { BaasError, CODE } from '../../../src/baas/errors'
import AccountPage from '../../../src/pages/member/account/index'
import EmailPage from '../../../src/pages/member/account/email/index'
import UsernamePage from '../../../src/pages/member/account/username/index'
import HomePage from '../../../src/pages/home/index'
import MePage from '../../../src/pages/me/index'
import PhonePage from '../../../src/pages/member/phone/index'
import { answered, granted } from '../../kit/fake-backend'
import { launchedWith, makeAuth } from '../../kit/make-auth'
import { memoryStorage } from '../../kit/memory-storage'
import { renderPage } from '../../kit/render-page'
import { wechat } from '../../kit/stubs/taro'

const alice = {
  id: 7,
  nickname: 'Alice',
  avatar: '',
  openid: 'openid-of-alice',
  _username: 'alice',
  _email: 'alice@example.com',
  _email_verified: true,
  _phone: '13800001234',
  _phone_verified: true,
}

/**
 * The page after the app was killed and opened again: the device keeps neither number nor address
 * (docs/protocol.md 9.18).
 */
const reopened = async (Page: Parameters<typeof renderPage>[0]) => {
  const storage = memoryStorage()
  await launchedWith(granted(alice), { storage })
  const page = renderPage(Page, makeAuth({ storage: memoryStorage(storage.entries) }))
  await page.settled(() => void page.auth.launch())
  return page
}

beforeEach(() => wechat.reset())

describe('a page that a relaunch knows only part of', () => {
  it('a relaunched home page shows the member without a request', async () => {
    const page = await reopened(HomePage)
    expect(page.text('session-name')).toBe('Alice')
    expect(page.network.requests).toHaveLength(0)
  })

  // docs/wechat.md 4.5
  it('a relaunched phone page never asks for a number that is bound, whatever the answer costs', async () => {
    const page = await reopened(PhonePage)
    expect(page.has('phone-bind')).toBe(false)
    await page.settled(() => page.network.answer(answered(alice)))
    expect(page.text('phone-bound-value')).toBe('138****1234')
    expect(page.has('phone-bind')).toBe(false)
  })

  it('a relaunched Me page says nothing of the number until it is known', async () => {
    const page = await reopened(MePage)
    expect(page.text('me-phone-value')).toBe('')
    await page.settled(() => page.network.answer(answered(alice)))
    expect(page.text('me-phone-value')).toBe('138****1234')
    expect(page.network.requests).toHaveLength(1)
  })

  it('a relaunched account page fills in address and number once they are there', async () => {
    const page = await reopened(AccountPage)
    expect(page.container.querySelector('.skeleton')).not.toBeNull()
    await page.settled(() => page.network.answer(answered(alice)))
    expect(page.text('account-email-value')).toContain('alice@example.com')
  })

  it('a relaunched page says when the read of the user failed, and tries again', async () => {
    const page = await reopened(EmailPage)
    await page.settled(() => page.network.fail(new BaasError(CODE.networkDisconnected)))
    expect(page.text('member-failure')).toContain('网络')
    await page.tap('member-failure-retry')
    await page.settled(() => page.network.answer(answered(alice)))
    expect(page.byId('email')).toHaveProperty('value', 'alice@example.com')
  })

  it('a relaunched page is content with a backend that returns no numbers', async () => {
    const page = await reopened(UsernamePage)
    const { id, nickname, avatar, openid, _username } = alice
    await page.settled(() =>
      page.network.answer(answered({ id, nickname, avatar, openid, _username })),
    )
    expect(page.byId('username')).toHaveProperty('value', 'alice')
  })
})
