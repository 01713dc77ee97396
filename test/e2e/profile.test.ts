import { formTexts } from '../../src/i18n/forms'
import { profileTexts } from '../../src/i18n/profile'
import { createPerson, type RunningApp } from '../../simulator/index'
import { useWorld } from './kit/use-world'

const texts = profileTexts['zh-CN']
const { saved } = formTexts['zh-CN']

const called = (app: RunningApp, name: string) =>
  app.calls.filter((call) => call.name === name).length

/** Becomes a member and opens the profile page. */
const toProfile = async (app: RunningApp) => {
  if (app.has('link-continue')) await app.tap('link-continue')
  await app.tapTab('pages/me/index')
  await app.tap('me-profile')
}

const nameAfterwards = async (app: RunningApp) => {
  await app.back()
  return app.text('me-profile-value')
}

describe('a profile, in the built bundle', () => {
  const world = useWorld()

  it('a profile comes from WeChat where the library still answers, inside the tap, login begun before it', async () => {
    const person = createPerson('anna')
    const app = await world.open('anna', { person, device: { libVersion: '2.26.0' } })
    await toProfile(app)
    const logins = called(app, 'login')
    await app.tap('profile-get')
    expect(app.text('profile-get-said')).toBe(saved)
    const names = app.calls.map(({ name }) => name)
    expect(called(app, 'login')).toBe(logins + 1)
    expect(names.lastIndexOf('login')).toBeLessThan(names.lastIndexOf('getUserProfile'))
    expect(person.asked).toContainEqual({
      kind: 'getUserProfile',
      shows: { desc: '用于展示你的头像和昵称' },
    })
    const name = await nameAfterwards(app)
    expect(name).not.toBe('微信用户')
    await app.tapTab('pages/home/index')
    expect(app.text('session-name')).toBe(name)
  })

  it('a profile is asked for in the form alone where WeChat answers with the anonymous name', async () => {
    const app = await world.open('ben')
    await toProfile(app)
    expect(app.has('profile-get')).toBe(false)
    await app.tap('profile-avatar')
    await app.input('profile-nickname', '小本')
    await app.tap('profile-save')
    expect(app.text('profile-saved')).toBe(saved)
    expect(await nameAfterwards(app)).toBe('小本')
  })

  // docs/wechat.md 1.7
  it('the profile page shows no button where there is no getUserProfile', async () => {
    const app = await world.open('cleo', { wx: { getUserProfile: undefined } })
    await toProfile(app)
    expect(app.has('profile-get')).toBe(false)
    expect(app.has('profile-nickname')).toBe(true)
  })

  // docs/protocol.md 1.4
  it('the profile page has the older button where the library is older than getUserProfile', async () => {
    const app = await world.open('cora', {
      device: { libVersion: '2.10.3' },
      wx: { getUserProfile: undefined },
    })
    await toProfile(app)
    expect(app.attribute('profile-get', 'open-type')).toBe('getUserInfo')
  })

  it('the profile page goes on after a refusal', async () => {
    const person = createPerson('dora', { getUserProfile: 'refuse' })
    const app = await world.open('dora', { person, device: { libVersion: '2.26.0' } })
    await toProfile(app)
    await app.tap('profile-get')
    expect(app.text('profile-get-said')).toBe(texts.refused)
  })

  // docs/wechat.md 2.3
  it('a cancelled picture dialog changes nothing, nor asks for a session on the way back', async () => {
    const person = createPerson('emil', { avatar: { kind: 'cancel' } })
    const app = await world.open('emil', { person })
    await toProfile(app)
    const logins = called(app, 'login')
    await app.tap('profile-avatar')
    expect(app.text('profile-avatar')).toBe(texts.chooseAvatar)
    expect(called(app, 'login')).toBe(logins)
  })

  it('a profile never keeps the address of a temporary file', async () => {
    const app = await world.open('fred')
    await toProfile(app)
    await app.tap('profile-avatar')
    await app.input('profile-nickname', 'Fred')
    await app.tap('profile-save')
    const sent = JSON.stringify(app.calls.filter(({ name }) => name === 'request'))
    expect(app.text('profile-saved')).toBe(saved)
    expect(sent).not.toMatch(/wxfile:|http:\/\/tmp/)
  })

  // docs/wechat.md 2.2
  it('the profile page waits for WeChat’s verdict on the name, and keeps a rejected name unsaved', async () => {
    const person = createPerson('gina', { nicknameReview: 'fail' })
    const app = await world.open('gina', { person })
    await toProfile(app)
    await app.input('profile-nickname', 'something rude')
    await app.tap('profile-save')
    expect(app.has('profile-saved')).toBe(false)
    expect(app.text('profile-nickname-under')).not.toBe(texts.nicknameHint)
  })

  it('the profile page collects nothing from a person who does not agree to the privacy guide, and leaves a usable app', async () => {
    const person = createPerson('hugo', { privacy: 'disagree' })
    const app = await world.open('hugo', { person })
    await toProfile(app)
    expect(app.has('consent-missing')).toBe(true)
    expect(app.has('profile-save')).toBe(false)
    await app.back()
    await app.tap('me-account')
    expect(app.has('account-username')).toBe(true)
  })
})
