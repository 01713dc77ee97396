import { phoneTexts } from '../../src/i18n/phone'
import { sessionTexts } from '../../src/i18n/session'
import { TEST_BUNDLE } from '../../scripts/build/test-bundle'
import { refusalTexts } from '../../src/i18n/refusals'
import { createPerson, filesIn, launch, type RunningApp } from '../../simulator/index'
import { useWorld } from './kit/use-world'

const texts = phoneTexts['zh-CN']

describe('a code by text message, in the built bundle', () => {
  const world = useWorld()

  const lastCode = async (phone: string) => {
    const latest = (await world.wechat.messages(phone)).at(-1)
    return /\d{6}/.exec(latest?.text ?? '')?.[0] ?? ''
  }
  const ask = async (app: RunningApp, phone: string) => {
    await app.input('sms-phone', phone)
    await app.tap('sms-send')
  }
  const answer = async (app: RunningApp, code: string) => {
    await app.input('sms-code', code)
    await app.tap('sms-submit')
  }

  it('a code by text message signs in, and the person decides whether this WeChat opens the account from now on', async () => {
    const app = await world.open('amy')
    await app.tap('phone-open')
    await ask(app, '13600000001')
    await answer(app, await lastCode('13600000001'))
    expect(app.text('phone-bound-value')).toBe('136****0001')
    await app.back()
    expect(app.text('session-state')).toBe(sessionTexts['zh-CN'].member)
    await app.tap('link-resume')
    await app.tap('link-finish')
    expect(app.has('link-done')).toBe(true)
    const fresh = await world.open('amy')
    expect(fresh.text('session-state')).toBe(sessionTexts['zh-CN'].member)
  })

  it('a code by text message binds a number to a member', async () => {
    const app = await world.open('bea')
    await app.tap('link-continue')
    await app.tapTab('pages/me/index')
    await app.tap('me-phone')
    await ask(app, '13600000002')
    await answer(app, await lastCode('13600000002'))
    expect(app.text('phone-bound-value')).toBe('136****0002')
    expect(app.has('sms-send')).toBe(false)
    await app.back()
    expect(app.text('me-phone-value')).toBe('136****0002')
  })

  it('a wrong code by text message is reported, and the right one is taken afterwards', async () => {
    const app = await world.open('cem')
    await app.tap('phone-open')
    await ask(app, '13600000003')
    const right = await lastCode('13600000003')
    const wrong = right === '000000' ? '000001' : '000000'
    await answer(app, wrong)
    expect(app.text('sms-code-under')).toBe(refusalTexts['zh-CN'].sms_code_wrong)
    await answer(app, right)
    expect(app.has('phone-bound')).toBe(true)
  })

  it('a number is not shown to a member as bound before its code came back', async () => {
    const app = await world.open('fay')
    await app.tap('link-continue')
    await app.tapTab('pages/me/index')
    await app.tap('me-phone')
    await ask(app, '13600000005')
    const right = await lastCode('13600000005')
    await answer(app, right === '000000' ? '000001' : '000000')
    expect(app.text('sms-code-under')).toBe(refusalTexts['zh-CN'].sms_code_wrong)
    expect(app.has('phone-bound')).toBe(false)
    await answer(app, right)
    expect(app.text('phone-bound-value')).toBe('136****0005')
  })

  it('a number of a member stays theirs when the code of another one is wrong', async () => {
    const app = await world.open('gil')
    await app.tap('link-continue')
    await app.tapTab('pages/me/index')
    await app.tap('me-phone')
    await ask(app, '13600000007')
    await answer(app, await lastCode('13600000007'))
    expect(app.text('phone-bound-value')).toBe('136****0007')
    await app.tap('phone-change')
    await ask(app, '13600000008')
    await answer(app, (await lastCode('13600000008')) === '000000' ? '000001' : '000000')
    expect(app.text('sms-code-under')).toBe(refusalTexts['zh-CN'].sms_code_wrong)
    expect(app.text('phone-bound-value')).toBe('136****0007')
  })

  it('a code by text message goes to the chosen country, and the page shows when the server does not send there', async () => {
    const files = filesIn(TEST_BUNDLE)
    // The list as TARO_APP_SMS_COUNTRIES=CN,HK puts it into the bundle.
    const hongKong = '{code:"HK",calling:"852",zh:"中国香港",en:"Hong Kong (China)"}'
    const read = (path: string) =>
      files.read(path)?.replace(/(\{code:"CN"[^}]*\})\]/, `$1,${hongKong}]`)
    const { simulator, hosts } = world
    const app = await launch({ ...files, read }, { person: 'gus', simulator, hosts })
    await app.tap('phone-open')
    expect(app.text('sms-country')).toBe('+86')
    await app.input('sms-phone', '98765432')
    await app.tap('sms-country')
    await app.tap('sms-country-HK')
    expect(app.text('sms-country')).toBe('+852')
    await app.tap('sms-send')
    expect(app.text('sms-failure')).toBe(refusalTexts['zh-CN'].sms_country_not_served)
    await app.tap('sms-country')
    await app.tap('sms-country-CN')
    await ask(app, '13600000006')
    expect(app.text('sms-code-under')).toContain('13600000006')
    expect(app.errors).toEqual([])
    app.close()
  })

  it('a code by text message never lets a member take the number of another account', async () => {
    const phoneNumber = { kind: 'allow', phone: '13600000004' } as const
    const owner = await world.open('dirk', { person: createPerson('dirk', { phoneNumber }) })
    await owner.tap('phone-open')
    await owner.tap('phone-sign-in')
    expect(owner.has('phone-bound')).toBe(true)

    const other = await world.open('elsa')
    await other.tap('link-continue')
    await other.tapTab('pages/me/index')
    await other.tap('me-phone')
    await ask(other, '13600000004')
    await answer(other, await lastCode('13600000004'))
    expect(other.text('sms-code-under')).toBe(texts.taken)
    expect(other.has('phone-bound')).toBe(false)
  })
})
