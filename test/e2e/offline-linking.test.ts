import { failureTexts } from '../../src/i18n/failure'
import { linkTexts } from '../../src/i18n/link'
import { sessionTexts } from '../../src/i18n/session'
import { createNetwork, type RunningApp } from '../../simulator/index'
import { droppingAnswers } from './kit/dropping-answers'
import { registerOnTheWeb, type WebAccount } from './kit/web-account'
import { useWorld } from './kit/use-world'

const OFFLINE = failureTexts['zh-CN'].offline
const texts = linkTexts['zh-CN']

const openForm = async (app: RunningApp, way: 'sign-in' | 'register') => {
  await app.tap('link-open')
  await app.tap(`link-${way}`)
}

const fill = async (app: RunningApp, { username, password }: Omit<WebAccount, 'publicId'>) => {
  await app.input('link-username', username)
  await app.input('link-password', password)
  await app.tap('link-submit')
}

const world = useWorld()

describe('linking without a network, in the built bundle', () => {
  it('linking goes on from each step at which the network was gone, and nothing is typed twice', async () => {
    const account = await registerOnTheWeb(world, 'off-step')
    const network = createNetwork(world.hosts)
    const app = await world.open('off-step', { network })
    network.switchTo('none')
    await openForm(app, 'sign-in')
    await fill(app, account)
    expect(app.text('link-failure')).toContain(OFFLINE)
    expect(app.value('link-username')).toBe(account.username)

    network.switchTo('wifi')
    network.losing = 'user-associate'
    await app.tap('link-submit')
    expect(app.text('link-halfway')).toBe(texts.halfway)
    expect(app.text('link-failure')).toContain(OFFLINE)
    network.switchTo('none')
    await app.tap('link-finish')
    expect(app.text('link-failure')).toContain(OFFLINE)

    network.switchTo('wifi')
    network.losing = null
    await app.tap('link-finish')
    expect(app.text('link-done')).toBe(texts.linked + texts.othersEnded)
    expect((await world.open('off-step')).text('session-user-id')).toBe(account.publicId)
  })

  it('a new account that could not be registered without a network is registered and linked with one', async () => {
    const network = createNetwork(world.hosts)
    const app = await world.open('off-new', { network })
    await openForm(app, 'register')
    network.switchTo('none')
    await fill(app, { username: 'off-new', password: 'a sentence for off-new' })
    expect(app.text('link-failure')).toContain(OFFLINE)
    network.switchTo('wifi')
    await app.tap('link-submit')
    expect(app.has('link-done')).toBe(true)
  })

  it('a conflict of linking is settled after a time without a network, by either way out of it', async () => {
    const first = await registerOnTheWeb(world, 'off-first')
    const other = await registerOnTheWeb(world, 'off-other')
    const owner = await world.open('off-owner')
    await openForm(owner, 'sign-in')
    await fill(owner, first)

    const network = createNetwork(world.hosts)
    const app = await world.open('off-second', { network })
    await openForm(app, 'sign-in')
    await fill(app, first)
    expect(app.text('link-conflict')).toBe(texts.accountTaken)
    network.switchTo('none')
    await app.tap('link-other')
    await fill(app, other)
    expect(app.text('link-failure')).toContain(OFFLINE)
    network.switchTo('wifi')
    await app.tap('link-submit')
    expect(app.has('link-done')).toBe(true)
    expect((await world.open('off-second')).text('session-user-id')).toBe(other.publicId)
    expect((await world.open('off-owner')).text('session-user-id')).toBe(first.publicId)
  })

  it('linking whose answer was lost is no conflict and no end: another try says that it is linked', async () => {
    const account = await registerOnTheWeb(world, 'off-answer')
    const network = droppingAnswers(world.hosts)
    const app = await world.open('off-answer', { network })
    await openForm(app, 'sign-in')
    network.dropping = 'user-associate'
    await fill(app, account)
    expect(app.text('link-failure')).toContain(OFFLINE)
    network.dropping = null
    await app.tap('link-finish')
    expect(app.text('link-done')).toBe(texts.linked + texts.othersEnded)
  })

  it('an account that WeChat opened while the answer was lost is entered by another tap', async () => {
    const network = droppingAnswers(world.hosts)
    const app = await world.open('off-wechat', { network })
    network.dropping = 'silent-login'
    await app.tap('link-continue')
    expect(app.text('continue-failure')).toContain(OFFLINE)
    network.dropping = null
    await app.tap('link-continue')
    expect(app.text('session-state')).toBe(sessionTexts['zh-CN'].member)
  })

  it('an app opened without a network offers linking once the network is back', async () => {
    const network = createNetwork(world.hosts)
    network.switchTo('none')
    const app = await world.open('off-launch', { network })
    expect(app.text('guest-reason')).toBe(sessionTexts['zh-CN'].guestOffline)
    network.switchTo('wifi')
    await app.settled()
    expect(app.has('link-open')).toBe(true)
  })
})
