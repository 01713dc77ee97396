import { accountTexts } from '../../src/i18n/account'
import { sessionTexts } from '../../src/i18n/session'
import type { RunningApp } from '../../simulator/host/core/running-app'
import { useWorld, type TestWorld } from './kit/use-world'

const texts = accountTexts['zh-CN']

const member = async (world: TestWorld, name: string) => {
  const app = await world.open(name)
  if (app.has('link-continue')) await app.tap('link-continue')
  await app.tapTab(1)
  await app.tap('me-account')
  return app
}

const setUsername = async (app: RunningApp, name: string) => {
  await app.tap('account-username')
  await app.input('username', name)
  await app.tap('username-save')
}

describe('an account, in the built bundle', () => {
  const world = useWorld()

  it('gets a username, which nobody else can take', async () => {
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
    await app.input('password-new', 'a first sentence')
    await app.tap('password-save')
    expect(app.text('password-said')).toBe(texts.passwordChanged)

    await app.input('password-old', 'a wrong sentence')
    await app.input('password-new', 'a second sentence')
    await app.tap('password-save')
    expect(app.text('password-said')).toBe(texts.passwordRefused)
  })

  it('gets an e-mail address, and a letter to verify it', async () => {
    const app = await member(world, 'uma')
    await app.tap('account-email')
    await app.input('email', 'uma@example.com')
    await app.tap('email-save')
    expect(app.text('email-said')).toBe(texts.emailSent)
    const outbox = await fetch(`${world.simulator.url}/control/outbox`)
    expect(await outbox.text()).toContain('uma@example.com')
  })

  it('lists its devices and ends another one', async () => {
    const first = await member(world, 'vera')
    const second = await member(world, 'vera')
    await second.tap('account-sessions')
    expect(second.has('session-current')).toBe(true)
    await second.tap('sessions-end-others')
    expect(second.has('sessions-alone')).toBe(true)
    await first.tap('account-sessions')
    expect(first.has('session-current')).toBe(true)
  })

  it('hands out everything it holds', async () => {
    const app = await member(world, 'walt')
    await app.tap('account-export')
    await app.tap('export-make')
    await app.tap('export-copy')
    expect(app.has('export-copied')).toBe(true)
  })

  it('is gone for good after a fresh proof and a second tap', async () => {
    const app = await member(world, 'xena')
    await app.tap('account-delete')
    await app.tap('deletion-confirm')
    expect(app.text('deletion-confirm')).toBe(texts.deletionAgain)
    await app.tap('deletion-confirm')
    expect(app.text('deletion-done')).toBe(texts.deletionDone)
    await app.tap('deletion-home')
    expect(app.page()).toBe('pages/home/index')
    const fresh = await world.open('xena')
    expect(fresh.text('session-state')).toBe(sessionTexts['zh-CN'].unlinked)
  })

  it('loses picture, name and number when consent is withdrawn, two taps from Me', async () => {
    const app = await member(world, 'yuri')
    await app.back()
    await app.tap('me-privacy')
    await app.tap('consent-withdraw')
    expect(app.has('consent-withdrawn')).toBe(true)
  })
})
