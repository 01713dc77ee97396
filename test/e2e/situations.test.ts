import { failureTexts } from '../../src/i18n/failure'
import { refusalTexts } from '../../src/i18n/refusals'
import { createNetwork } from '../../simulator/index'
import { registerOnTheWeb } from './kit/web-account'
import { useWorld } from './kit/use-world'

const OFFLINE = failureTexts['zh-CN'].offline

const world = useWorld()

describe('an address that leads to no page', () => {
  it.each(['pages/nowhere/index', 'pages/member/nowhere', 'pages/notes/index/old'])(
    'opens the home page with a word: %s',
    async (url) => {
      const app = await world.open('situation-nowhere', { url })
      expect(app.page()).toBe('pages/home/index')
      expect(app.calls.map(({ name }) => name)).toContain('showToast')
    },
  )
})

describe('a tap without a network', () => {
  it('on WeChat in the card of the home page says so, and works when it is back', async () => {
    const network = createNetwork(world.hosts)
    const app = await world.open('situation-card', { network })
    network.switchTo('none')
    await app.tap('link-continue')
    expect(app.text('continue-failure')).toContain(OFFLINE)
    network.switchTo('wifi')
    await app.tap('link-continue')
    expect(app.has('session-user-id')).toBe(true)
  })

  it('on WeChat in the sign-in sheet says so in the sheet', async () => {
    const network = createNetwork(world.hosts)
    const app = await world.open('situation-sheet', { network })
    await app.tap('home-notes')
    await app.tap('note-write')
    network.switchTo('none')
    await app.tap('gate-continue')
    expect(app.text('gate-failure')).toContain(OFFLINE)
  })

  it('on WeChat in the link flow says so', async () => {
    const network = createNetwork(world.hosts)
    const app = await world.open('situation-flow', { network })
    await app.tap('link-open')
    network.switchTo('none')
    await app.tap('link-continue')
    expect(app.text('link-failure')).toContain(OFFLINE)
  })
})

describe('the phone page of a member whose WeChat is not linked', () => {
  it('says that WeChat has to be linked, and blames no other account', async () => {
    const account = await registerOnTheWeb(world, 'situation_phone')
    const network = createNetwork(world.hosts)
    network.losing = 'user-associate'
    const app = await world.open('situation-phone', { network })
    await app.tap('link-open')
    await app.tap('link-sign-in')
    await app.input('link-username', account.username)
    await app.input('link-password', account.password)
    await app.tap('link-submit')
    await app.tap('link-later')
    await app.tapTab('pages/me/index')
    await app.tap('me-phone')
    await app.tap('phone-bind')
    expect(app.text('phone-failure')).toBe(refusalTexts['zh-CN'].wechat_not_linked)
    expect(app.has('phone-said')).toBe(false)
  })
})
