import { noNumberTexts } from '../../src/i18n/no-number'
import { phoneTexts } from '../../src/i18n/phone'
import {
  connectSimulator,
  createPerson,
  type WechatServers,
  type RunningApp,
} from '../../simulator/index'
import { useWorld } from './kit/use-world'

const texts = phoneTexts['zh-CN']
const noNumber = noNumberTexts['zh-CN']

const MASKED = /^\d{3}\*{4}\d{4}$|^\+\d{2}\*{4}\d{4}$/

/** Becomes a member with WeChat only, and opens the phone page. */
const memberAtPhone = async (app: RunningApp) => {
  await app.tap('link-continue')
  await app.tapTab('pages/me/index')
  await app.tap('me-phone')
}

describe('a phone number, in the built bundle', () => {
  const world = useWorld()

  it('a phone number signs an unlinked person in with one tap, and is shown masked', async () => {
    const app = await world.open('ida')
    await app.tap('phone-open')
    // WeChat's own half-screen notice of an exhausted quota is off: Taro alone would drop the attribute.
    expect(app.attribute('phone-sign-in', 'phone-number-no-quota-toast')).toBe(false)
    await app.tap('phone-sign-in')
    expect(app.text('phone-bound-value')).toMatch(MASKED)
    const fresh = await world.open('ida')
    expect(fresh.has('session-user-id')).toBe(true)
  })

  it('a phone number is bound to a member, who is not asked again', async () => {
    const app = await world.open('jon')
    await memberAtPhone(app)
    await app.tap('phone-bind')
    expect(app.text('phone-bound-value')).toMatch(MASKED)
    expect(app.has('phone-bind')).toBe(false)
    await app.back()
    expect(app.text('me-phone-value')).toMatch(MASKED)
  })

  it('a phone number replaces another one only after the person said so', async () => {
    const person = createPerson('kai')
    const app = await world.open('kai', { person })
    await memberAtPhone(app)
    await app.tap('phone-bind')
    const before = app.text('phone-bound-value')
    person.replies.phoneNumber = { kind: 'allow', phone: '13900005678' }
    await app.tap('phone-change')
    await app.tap('phone-bind')
    expect(app.text('phone-bound-value')).toBe(before)
    await app.tap('phone-overwrite')
    expect(app.text('phone-bound-value')).toContain('5678')
  })

  // docs/wechat.md 4.7
  it('a phone number never opens another person’s account: it leads into the link flow', async () => {
    const phone = '13700001111'
    const owner = await world.open('lea', {
      person: createPerson('lea', { phoneNumber: { kind: 'allow', phone } }),
    })
    await memberAtPhone(owner)
    await owner.tap('phone-bind')
    expect(owner.has('phone-bound')).toBe(true)

    const other = await world.open('max', {
      person: createPerson('max', { phoneNumber: { kind: 'allow', phone } }),
    })
    await other.tap('phone-open')
    await other.tap('phone-sign-in')
    expect(other.text('phone-said')).toContain(texts.taken)
    await other.tap('phone-link')
    expect(other.page()).toBe('pages/member/link/index')
  })

  it.each(['refuse', 'cancel'] as const)(
    'the phone button sends nothing when the person answers %s',
    async (kind) => {
      const app = await world.open('nils', {
        person: createPerson('nils', { phoneNumber: { kind } }),
      })
      await app.tap('phone-open')
      const requests = app.calls.filter(({ name }) => name === 'request').length
      await app.tap('phone-sign-in')
      expect(app.has('phone-sign-in')).toBe(true)
      expect(app.calls.filter(({ name }) => name === 'request')).toHaveLength(requests)
    },
  )

  it('the phone page says that the app may not ask for the number, and offers a text message', async () => {
    const app = await world.open('olga', { registration: { account: 'personal' } })
    await app.tap('phone-open')
    await app.tap('phone-sign-in')
    expect(app.text('phone-said')).toContain(noNumber.noPermission)
    expect(app.has('sms-send')).toBe(true)
  })

  it('a phone number is entered another way when the app has used up its quota (errno 1400001)', async () => {
    const wechat = connectSimulator(world.simulator)
    // Spent for this phone only: the WeChat that all tests share has one quota for all of them.
    let spent = true
    const withoutQuota: WechatServers = {
      ...wechat,
      phoneCode: (ask) => (spent ? Promise.resolve({ errno: 1400001 }) : wechat.phoneCode(ask)),
    }
    const app = await world.open('quin', { simulator: withoutQuota })
    await app.tap('phone-open')
    await app.tap('phone-sign-in')
    expect(app.text('phone-said')).toContain(noNumber.noQuota)
    expect(app.has('sms-send')).toBe(true)
    spent = false
    await app.tap('phone-sign-in')
    expect(app.has('phone-bound')).toBe(true)
  })

  it('the phone page can be left for later', async () => {
    const app = await world.open('paul')
    await app.tap('phone-open')
    await app.tap('phone-skip')
    expect(app.page()).toBe('pages/home/index')
  })
})
