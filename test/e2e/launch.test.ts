import { sessionTexts } from '../../src/i18n/session'
import { createNetwork, createPhoneMemory } from '../../simulator/index'
import { useWorld } from './kit/use-world'

const texts = sessionTexts['zh-CN']

/** Nothing listens on port 1. */
const NO_SERVER = { hosts: { '127.0.0.1:8787': '127.0.0.1:1' } }

describe('the built bundle, at launch', () => {
  const world = useWorld()

  it('the bundle opens the home page and asks nothing of an unknown person', async () => {
    const app = await world.open('alice')
    expect(app.page()).toBe('pages/home/index')
    expect(app.text('session-state')).toBe(texts.unlinked)
    expect(app.has('link-continue')).toBe(true)
    expect(app.has('session-user-id')).toBe(false)
  })

  it('the bundle makes an account for a person who continues with WeChat', async () => {
    const app = await world.open('bob')
    await app.tap('link-continue')
    expect(app.text('session-state')).toBe(texts.member)
    expect(app.text('session-user-id')).toMatch(/^\d+$/)
  })

  it('the bundle signs the same person in silently at the second launch, as the same user', async () => {
    const memory = createPhoneMemory()
    const first = await world.open('carol', { memory })
    await first.tap('link-continue')
    const second = await world.open('carol', { memory })
    expect(second.text('session-state')).toBe(texts.member)
    expect(second.text('session-user-id')).toBe(first.text('session-user-id'))
  })

  it('the bundle knows the person on a new phone: code, WeChat, server, database, screen', async () => {
    const old = await world.open('dave')
    await old.tap('link-continue')
    const fresh = await world.open('dave')
    expect(fresh.text('session-state')).toBe(texts.member)
    expect(fresh.text('session-user-id')).toBe(old.text('session-user-id'))
  })

  it('the bundle keeps two people apart', async () => {
    const [erin, frank] = [await world.open('erin'), await world.open('frank')]
    await erin.tap('link-continue')
    await frank.tap('link-continue')
    expect(erin.text('session-user-id')).not.toBe(frank.text('session-user-id'))
  })

  it('the bundle leaves a usable guest with a retry when the server is down', async () => {
    const app = await world.open('grace', NO_SERVER)
    expect(app.text('session-state')).toBe(texts.guest)
    await app.tap('session-retry')
    expect(app.has('session-retry')).toBe(true)
  })

  it('the retry of the bundle signs in once the network is back', async () => {
    const network = createNetwork(world.hosts)
    network.switchTo('none')
    const app = await world.open('heidi', { network })
    expect(app.text('session-state')).toBe(texts.guest)
    network.switchTo('wifi')
    await app.tap('session-retry')
    expect(app.text('session-state')).toBe(texts.unlinked)
  })

  it('the bundle asks WeChat for nothing when it comes back from the background', async () => {
    const app = await world.open('ivan')
    await app.tap('link-continue')
    const before = app.calls.length
    await app.hide()
    await app.show()
    const since = app.calls.slice(before).map(({ name }) => name)
    expect(since).not.toContain('login')
    expect(since).not.toContain('request')
  })

  it('a sign-out in the bundle holds on every page', async () => {
    const app = await world.open('judy')
    await app.tap('link-continue')
    await app.tapTab('pages/me/index')
    await app.tap('sign-out')
    expect(app.text('session-state')).toBe(texts.guest)
    await app.tapTab('pages/home/index')
    expect(app.text('session-state')).toBe(texts.guest)
  })

  it('a signed-out person stays so over a restart until they sign in again', async () => {
    const memory = createPhoneMemory()
    const app = await world.open('laura', { memory })
    await app.tap('link-continue')
    await app.tapTab('pages/me/index')
    await app.tap('sign-out')

    const restarted = await world.open('laura', { memory })
    expect(restarted.text('session-state')).toBe(texts.guest)
    expect(restarted.calls.map(({ name }) => name)).not.toContain('login')
    await restarted.tap('session-retry')
    expect(restarted.text('session-state')).toBe(texts.member)
    const again = await world.open('laura', { memory })
    expect(again.text('session-state')).toBe(texts.member)
  })

  it('the launch of the bundle stays within the limits that WeChat audits', async () => {
    const app = await world.open('mona')
    await app.tap('link-continue')
    expect(app.audit().findings).toEqual([])
    await app.tapTab('pages/me/index')
    expect(app.audit().findings).toEqual([])
  })

  it('the bundle paints first with one setData of at most 20 KB, and needs three at most to show a member', async () => {
    const first = await world.open('niaj', NO_SERVER)
    const memory = createPhoneMemory()
    const known = await world.open('olivia', { memory })
    await known.tap('link-continue')
    const member = await world.open('olivia', { memory })
    const painted = first.audit().setData
    expect(painted.largest).toBeLessThanOrEqual(20 * 1024)
    // The skeleton, and the guest it turned out to be; on a busy machine that is known before the first paint.
    expect([1, 2]).toContain(painted.calls)
    expect(member.text('session-state')).toBe(texts.member)
    // A cached member is on the first paint already.
    expect(member.audit().setData.calls).toBe(1)
    const fresh = await world.open('olivia')
    expect(fresh.text('session-state')).toBe(texts.member)
    // One where the member is known before the first paint.
    expect([1, 2, 3]).toContain(fresh.audit().setData.calls)
  })
})
