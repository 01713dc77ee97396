import { accountTexts } from '../../src/i18n/account'
import { common } from '../../src/i18n/common'
import { refusalTexts } from '../../src/i18n/refusals'
import { letterTexts } from '../../src/i18n/letters'
import { sessionTexts } from '../../src/i18n/session'
import {
  createNetwork,
  createPhoneMemory,
  type Network,
  type PhoneMemory,
  type RunningApp,
} from '../../simulator/index'
import { registerOnTheWeb } from './kit/web-account'
import { useWorld, type TestWorld } from './kit/use-world'

const texts = accountTexts['zh-CN']

const member = async (world: TestWorld, name: string, memory = createPhoneMemory()) => {
  const app = await world.open(name, { memory })
  if (app.has('link-continue')) await app.tap('link-continue')
  await app.tapTab('pages/me/index')
  await app.tap('me-account')
  return app
}

/** The ids of the member's sign-ins on other phones than this, as the server has them. */
const otherSessions = async (world: TestWorld, memory: PhoneMemory): Promise<string[]> => {
  const kept = memory.entries.get('plain:session') ?? '{}'
  const { data } = JSON.parse(kept) as { data: { token: string } }
  const answer = await fetch(`${world.server}/ext/v1/sessions/`, {
    headers: { 'X-Hydrogen-Client-ID': 'starter-dev', Authorization: `Hydrogen-r1 ${data.token}` },
  })
  const { objects } = (await answer.json()) as { objects: { id: string; current: boolean }[] }
  return objects.filter(({ current }) => !current).map(({ id }) => id)
}

const setUsername = async (app: RunningApp, name: string) => {
  await app.tap('account-username')
  await app.input('username', name)
  await app.tap('username-save')
}

describe('an account, in the built bundle', () => {
  const world = useWorld()

  it('gets a username, which no one else can take', async () => {
    const app = await member(world, 'rita')
    await setUsername(app, 'rita')
    expect(app.has('username-said')).toBe(true)
    await app.back()
    expect(app.text('account-username-value')).toBe('rita')

    const other = await member(world, 'sam')
    await setUsername(other, 'rita')
    expect(other.text('username-said')).toBe(texts.taken)
  })

  it('gets a password, and asks for it before it is changed', async () => {
    const app = await member(world, 'tom')
    await app.tap('account-password')
    expect(app.has('password-old')).toBe(false)
    await app.input('password-new', 'a first sentence')
    await app.tap('password-save')
    expect(app.text('password-said')).toBe(texts.passwordChanged)

    expect(app.has('password-old')).toBe(true)
    await app.input('password-old', 'a wrong sentence')
    await app.input('password-new', 'a second sentence')
    await app.tap('password-save')
    expect(app.text('password-said')).toBe(refusalTexts['zh-CN'].password_wrong)

    await app.input('password-old', 'a first sentence')
    await app.input('password-new', 'password123')
    await app.tap('password-save')
    expect(app.text('password-said')).toBe(refusalTexts['zh-CN'].password_too_common)
  })

  it('gets an e-mail address, and a letter to verify it', async () => {
    const app = await member(world, 'uma')
    await app.tap('account-email')
    await app.input('email', 'uma@example.com')
    await app.tap('email-save')
    expect(app.text('email-said')).toBe(texts.emailSent)
    const letter = (await world.desk.letters('uma@example.com')).at(-1)
    const [code = ''] = /^[A-Z2-9-]{9}/.exec(letter?.text ?? '') ?? []
    await app.input('email-code', 'AAAA-AAAA')
    await app.tap('email-code-submit')
    expect(app.text('email-code-failure')).toBe(letterTexts['zh-CN'].codeWrong)
    await app.input('email-code', code)
    await app.tap('email-code-submit')
    expect(app.has('email-code')).toBe(false)
    await app.back()
    expect(app.text('account-email-value')).toContain(texts.verified)
  })

  it('lists its devices and ends the others at once', async () => {
    const first = await member(world, 'vera')
    const second = await member(world, 'vera')
    await second.tap('account-sessions')
    expect(second.has('session-current')).toBe(true)
    await second.tap('sessions-end-others')
    await second.tap('sessions-end-others-sure')
    expect(second.has('sessions-alone')).toBe(true)
    // What was ended stays ended: the first phone learns it at its next request, says why, and waits to be asked.
    await first.tap('account-sessions')
    expect(first.text('guest-reason')).toBe(sessionTexts['zh-CN'].guestEndedElsewhere)
    await first.tap('session-retry')
    expect(first.has('session-current')).toBe(true)
  })

  it('ends one device, and leaves a third alone', async () => {
    const memory = createPhoneMemory()
    await member(world, 'vito')
    await member(world, 'vito')
    const app = await member(world, 'vito', memory)
    await app.tap('account-sessions')
    const others = await otherSessions(world, memory)
    expect(others).toHaveLength(2)
    const [one = '', other = ''] = others
    await app.tap(`session-end-${one}`)
    await app.tap('session-end-sure')
    expect(app.has(`session-end-${one}`)).toBe(false)
    expect(app.has(`session-end-${other}`)).toBe(true)
    expect(await otherSessions(world, memory)).toEqual([other])
  })

  it('ends two devices, the second before the first has an answer', async () => {
    const memory = createPhoneMemory()
    await member(world, 'vlad')
    await member(world, 'vlad')
    const network = createNetwork(world.hosts)
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    const send: Network['send'] = async (request) => {
      if (request.method === 'DELETE') await held
      return network.send(request)
    }
    const app = await world.open('vlad', { memory, network: { ...network, send } })
    await app.tapTab(1)
    await app.tap('me-account')
    await app.tap('account-sessions')
    const taps: Promise<void>[] = []
    for (const id of await otherSessions(world, memory)) {
      taps.push(app.tap(`session-end-${id}`))
      await app.until(() => app.has('session-end-sure'))
      taps.push(app.tap('session-end-sure'))
      await app.until(() => !app.has('session-end-sure'))
    }
    release()
    await Promise.all(taps)
    expect(app.text('sessions-alone')).toBe(texts.noOthers)
    expect(await otherSessions(world, memory)).toEqual([])
  })

  it('never loses its last sign-in method', async () => {
    const account = await registerOnTheWeb(world, 'wanda')
    const network = createNetwork(world.hosts)
    network.losing = 'user-associate'
    const app = await world.open('wanda', { network })
    await app.tap('link-open')
    await app.tap('link-sign-in')
    await app.input('link-username', account.username)
    await app.input('link-password', account.password)
    await app.tap('link-submit')
    await app.tap('link-later')
    await app.tapTab('pages/me/index')
    await app.tap('me-account')
    await app.tap('account-username')
    expect(app.text('username-last')).toBe(texts.lastWayIn)
    expect(app.has('username-remove')).toBe(false)
  })

  it('hands out everything it holds', async () => {
    const app = await member(world, 'walt')
    await app.tap('account-export')
    await app.tap('export-make')
    await app.tap('export-copy')
    expect(app.has('export-copied')).toBe(true)
  })

  it('is gone for good after a question, and by no second tap', async () => {
    const app = await member(world, 'xena')
    await app.tap('account-delete')
    await app.tap('deletion-confirm')
    await app.tap('deletion-confirm')
    expect(app.has('deletion-done')).toBe(false)
    expect(app.text('deletion-sure')).toBe(texts.deletionSure)
    await app.tap('deletion-sure')
    expect(app.text('deletion-done')).toBe(texts.deletionDone)
    await app.tap('deletion-home')
    expect(app.page()).toBe('pages/home/index')
    const fresh = await world.open('xena')
    expect(fresh.text('session-state')).toBe(sessionTexts['zh-CN'].unlinked)
  })

  it('loses picture, name and number when consent is withdrawn, two taps from Me', async () => {
    const app = await member(world, 'yuri')
    await app.back()
    await app.tap('me-phone')
    await app.tap('phone-bind')
    await app.back()
    await app.tap('me-profile')
    await app.tap('profile-avatar')
    await app.input('profile-nickname', 'Yuri')
    await app.tap('profile-save')
    await app.back()
    expect(app.text('me-profile-value')).toBe('Yuri')

    await app.tap('me-privacy')
    await app.tap('consent-withdraw')
    await app.tap('consent-withdraw-sure')
    expect(app.has('consent-withdrawn')).toBe(true)
    await app.back()
    expect(app.text('me-profile-value')).toBe(common['zh-CN'].notSet)
    expect(app.text('me-phone-value')).toBe(common['zh-CN'].notSet)

    await app.tap('me-profile')
    expect(app.has('profile-save')).toBe(false)
    await app.tap('consent-agree')
    expect(app.has('profile-save')).toBe(true)
  })
})
