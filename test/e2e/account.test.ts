import { accountTexts } from '../../src/i18n/account'
import { common } from '../../src/i18n/common'
import { refusalTexts } from '../../src/i18n/refusals'
import { sessionTexts } from '../../src/i18n/session'
import { type RunningApp } from '../../simulator/index'
import { openAccount } from './kit/open-account'
import { openUnlinked } from './kit/web-account'
import { useWorld } from './kit/use-world'

const texts = accountTexts['zh-CN']

const setUsername = async (app: RunningApp, name: string) => {
  await app.tap('account-username')
  await app.input('username', name)
  await app.tap('username-save')
}

describe('an account, in the built bundle', () => {
  const world = useWorld()

  it('an account gets a username, which no one else can take', async () => {
    const app = await openAccount(world, 'rita')
    await setUsername(app, 'rita')
    expect(app.has('username-said')).toBe(true)
    await app.back()
    expect(app.text('account-username-value')).toBe('rita')

    const other = await openAccount(world, 'sam')
    await setUsername(other, 'rita')
    expect(other.text('username-said')).toBe(refusalTexts['zh-CN'].name_taken)
  })

  it('an account gets a password, and the password is asked for before it is changed', async () => {
    const app = await openAccount(world, 'tom')
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

  it('an account gets an e-mail address, and an e-mail to verify it', async () => {
    const app = await openAccount(world, 'uma')
    await app.tap('account-email')
    await app.input('email', 'uma@example.com')
    await app.tap('email-save')
    expect(app.text('email-said')).toBe(texts.emailSent)
    const mail = (await world.wechat.messages('uma@example.com')).at(-1)
    const [code = ''] = /^[A-Z2-9-]{9}/.exec(mail?.text ?? '') ?? []
    await app.input('email-code', 'AAAA-AAAA')
    await app.tap('email-code-submit')
    expect(app.text('email-code-failure')).toBe(refusalTexts['zh-CN'].email_code_wrong)
    await app.input('email-code', code)
    await app.tap('email-code-submit')
    expect(app.has('email-code')).toBe(false)
    await app.back()
    expect(app.text('account-email-value')).toContain(texts.verified)
  })

  it('an account never loses its last sign-in method', async () => {
    const app = await openUnlinked(world, 'wanda')
    await app.tapTab('pages/me/index')
    await app.tap('me-account')
    await app.tap('account-username')
    expect(app.text('username-last')).toBe(refusalTexts['zh-CN'].last_sign_in_method)
    expect(app.has('username-remove')).toBe(false)
  })

  it('an account exports everything it holds', async () => {
    const app = await openAccount(world, 'walt')
    await app.tap('account-export')
    await app.tap('export-make')
    await app.tap('export-copy')
    expect(app.has('export-copied')).toBe(true)
  })

  it('an account is deleted for good after a question, and by no second tap', async () => {
    const app = await openAccount(world, 'xena')
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

  it('an account loses picture, name and number when consent is withdrawn, two taps from Me', async () => {
    const app = await openAccount(world, 'yuri')
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
