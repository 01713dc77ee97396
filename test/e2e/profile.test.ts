import { common } from '../../src/i18n/common'
import type { RunningApp } from '../../simulator/host/core/running-app'
import type { LaunchOptions } from '../../simulator/host/launch'
import { createPerson, type Replies } from '../../simulator/wx/person'
import { startWorld, type World } from './kit/world'

describe('the built bundle, asking a member for profile and phone', () => {
  let world: World

  beforeAll(async () => {
    world = await startWorld()
  }, 60_000)
  afterEach(() => {
    expect(world.putAway()).toEqual([])
  })
  afterAll(() => world.stop())

  /** A member on the page behind this cell of the Me page. */
  const openAt = async (
    cell: string,
    name: string,
    replies: Partial<Replies> = {},
    options: Partial<LaunchOptions> = {},
  ) => {
    const person = createPerson(name, replies)
    const app = await world.open(name, { person, ...options })
    await app.tap('link-continue')
    await app.tapTab(1)
    await app.tap(cell)
    return { app, person }
  }
  /** What WeChat knows the person as. */
  const nickname = async (person: string) => {
    const asked = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person }),
    }
    const answer = await fetch(`${world.simulator.url}/control/person`, asked)
    return ((await answer.json()) as { nickname: string }).nickname
  }
  const nameAtHome = async (app: RunningApp) => {
    await app.back()
    await app.tapTab(0)
    return app.text('session-name')
  }

  it('asks by getUserProfile inside the tap, with the login started before it', async () => {
    const { app, person } = await openAt('me-profile', 'alice')
    const before = app.calls.length
    await app.tap('profile-get')
    const asked = app.calls.slice(before).map(({ name, inTap }) => [name, inTap])
    expect(asked[0]).toEqual(['login', true])
    expect(asked).toContainEqual(['getUserProfile', true])
    expect(person.asked.map(({ kind }) => kind)).toContain('getUserProfile')
  })

  it('takes the real name from an old base library, and no name from the anonymous answer of a new one', async () => {
    const old = await openAt('me-profile', 'bob', {}, { device: { libVersion: '2.26.0' } })
    await old.app.tap('profile-get')
    const fresh = await openAt('me-profile', 'carol')
    await fresh.app.tap('profile-get')
    expect(fresh.app.has('profile-get-said')).toBe(true)
    expect(await nameAtHome(old.app)).toBe(await nickname('bob'))
    expect(await nameAtHome(fresh.app)).toBe(common['zh-CN'].unnamed)
  })

  it('saves the nickname of the form once its review has passed', async () => {
    const { app } = await openAt('me-profile', 'dave')
    await app.input('profile-nickname', '小明')
    await app.tap('profile-save')
    expect(app.has('profile-saved')).toBe(true)
    expect(await nameAtHome(app)).toBe('小明')
  })

  it('does not save a nickname that failed its review: WeChat has cleared it', async () => {
    const { app } = await openAt('me-profile', 'erin', { nicknameReview: 'fail' })
    await app.input('profile-nickname', '坏名字')
    await app.tap('profile-save')
    expect(await nameAtHome(app)).not.toBe('坏名字')
  })

  it('shows no spinner and changes nothing when the avatar is cancelled', async () => {
    const { app } = await openAt('me-profile', 'frank', { avatar: { kind: 'cancel' } })
    const before = app.audit().setData.calls
    await app.tap('profile-avatar')
    expect(app.audit().setData.calls).toBe(before)
    expect(app.calls.map(({ name }) => name)).not.toContain('uploadFile')
  })

  it('binds the phone number by one tap', async () => {
    const { app } = await openAt('me-phone', 'grace')
    await app.tap('phone-bind')
    expect(app.text('phone-bound')).toMatch(/\d{3}\*{4}\d{4}/)
  })

  it.each([
    ['refused', { phoneNumber: { kind: 'refuse' } }, {}],
    ['cancelled', { phoneNumber: { kind: 'cancel' } }, { device: { platform: 'android' } }],
    ['not allowed to a personal account', {}, { registration: { account: 'personal' } }],
  ] as const)('leaves a way on when the phone number is %s', async (what, replies, options) => {
    const { app } = await openAt('me-phone', `heidi ${what}`, replies, options)
    await app.tap('phone-bind')
    expect(app.has('phone-bound')).toBe(false)
    expect(app.has('sms-form')).toBe(true)
  })

  it('leaves a way on when the privacy guide is refused', async () => {
    const { app } = await openAt('me-phone', 'ivan', { privacy: 'disagree' })
    await app.tap('phone-bind')
    expect(app.has('phone-bound')).toBe(false)
    expect(app.has('sms-form')).toBe(true)
  })
})
