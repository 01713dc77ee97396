import { failureTexts } from '../../src/i18n/failure'
import { refusalTexts } from '../../src/i18n/refusals'
import { createNetwork, type Network } from '../../simulator/index'
import { openUnlinked } from './kit/web-account'
import { useWorld } from './kit/use-world'

const OFFLINE = failureTexts['zh-CN'].offline

const world = useWorld()

describe('an address that leads to no page', () => {
  it.each(['pages/nowhere/index', 'pages/member/nowhere', 'pages/notes/index/old'])(
    'an address that leads to no page opens the home page with a word: %s',
    async (url) => {
      const app = await world.open('situation-nowhere', { url })
      expect(app.page()).toBe('pages/home/index')
      expect(app.calls.map(({ name }) => name)).toContain('showToast')
    },
  )
})

describe('a tap without a network', () => {
  it('a tap without a network shows the failure in the card of the home page, and signs in when the network is back', async () => {
    const network = createNetwork(world.hosts)
    const app = await world.open('situation-card', { network })
    network.switchTo('none')
    await app.tap('link-continue')
    expect(app.text('continue-failure')).toContain(OFFLINE)
    network.switchTo('wifi')
    await app.tap('link-continue')
    expect(app.has('session-user-id')).toBe(true)
  })

  it('a tap without a network shows the failure in the sign-in sheet', async () => {
    const network = createNetwork(world.hosts)
    const app = await world.open('situation-sheet', { network })
    await app.tap('home-notes')
    await app.tap('note-write')
    network.switchTo('none')
    await app.tap('gate-continue')
    expect(app.text('gate-failure')).toContain(OFFLINE)
  })

  it('a tap without a network shows the failure in the link flow', async () => {
    const network = createNetwork(world.hosts)
    const app = await world.open('situation-flow', { network })
    await app.tap('link-open')
    network.switchTo('none')
    await app.tap('link-continue')
    expect(app.text('link-failure')).toContain(OFFLINE)
  })
})

describe('the phone page of a member whose WeChat is not linked', () => {
  it('the phone page of a member without WeChat says that WeChat has to be linked, and blames no other account', async () => {
    const app = await openUnlinked(world, 'situation_phone')
    await app.tapTab('pages/me/index')
    await app.tap('me-phone')
    await app.tap('phone-bind')
    expect(app.text('phone-failure')).toBe(refusalTexts['zh-CN'].wechat_not_linked)
    expect(app.has('phone-said')).toBe(false)
  })
})

describe('a registration whose answer is lost', () => {
  it('a registration that was made and whose answer was lost is linked when it is sent again', async () => {
    const network = createNetwork(world.hosts)
    let isLost = false
    const losing: Network = {
      ...network,
      send: async (request) => {
        const answer = await network.send(request)
        if (isLost || !request.url.includes('/register/')) return answer
        isLost = true
        throw new Error('lost on the way')
      },
    }
    const app = await world.open('situation-lost', { network: losing })
    await app.tap('link-open')
    await app.tap('link-register')
    await app.input('link-username', 'situation_lost')
    await app.input('link-password', 'a sentence that was lost')
    await app.tap('link-submit')
    expect(app.text('link-failure')).toContain(OFFLINE)
    await app.tap('link-submit')
    expect(app.has('link-done')).toBe(true)
  })
})
