import { BaasError, CODE } from '../../../../src/baas/errors'
import { wechat } from '../../../kit/stubs/taro'
import { alice, openPage } from '../../../kit/pages/open-profile'

beforeEach(() => wechat.reset())

describe('choosing a picture', () => {
  const policy = {
    status: 200,
    body: { id: '1', path: 'https://cdn.invalid/new.png', upload_url: 'https://up.invalid/' },
  }

  // docs/wechat.md 2.3
  it('choosing a picture changes nothing on the tap: a cancelled dialog sends no event', async () => {
    const page = await openPage()
    await page.tap('profile-avatar')
    expect(page.byId('profile-avatar').className).toContain('button-ready')
  })

  it('choosing a picture stores the temporary file at once and saves only its lasting address', async () => {
    const page = await openPage()
    await page.wechatSays('profile-avatar', 'chooseavatar', { avatarUrl: 'http://tmp/new.png' })
    expect(page.byId('profile-avatar').className).toContain('button-busy')
    await page.settled(() => page.network.answer(policy))
    await page.settled(() => page.uploads.answer({ status: 200, body: '{"code":200}' }))
    await page.tap('profile-save')
    expect(page.network.requests.at(-1)?.body).toEqual({ avatar: 'https://cdn.invalid/new.png' })
  })

  it('choosing a picture holds the save until it is stored, and no older "saved" stands beside a newer picture', async () => {
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

  it('choosing a picture keeps the picture there was when the upload breaks off halfway', async () => {
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
  it('choosing a picture shows a failure when the storage answers something that is no JSON', async () => {
    const page = await openPage()
    await page.wechatSays('profile-avatar', 'chooseavatar', { avatarUrl: 'http://tmp/new.png' })
    await page.settled(() => page.network.answer(policy))
    await page.settled(() => page.uploads.answer({ status: 413, body: '<html>' }))
    expect(page.has('profile-avatar-failure')).toBe(true)
    expect(page.byId('profile-avatar').className).toContain('button-ready')
  })
})
