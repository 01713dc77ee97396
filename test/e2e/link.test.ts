import { linkTexts } from '../../src/i18n/link'
import { refusalTexts } from '../../src/i18n/refusals'
import { sessionTexts } from '../../src/i18n/session'
import {
  createNetwork,
  createPhoneMemory,
  type Network,
  realClock,
  type RunningApp,
  type WireRequest,
} from '../../simulator/index'
import { registerOnTheWeb, type WebAccount } from './kit/web-account'
import { useWorld } from './kit/use-world'

const texts = linkTexts['zh-CN']
const states = sessionTexts['zh-CN']

const prove = async (app: RunningApp, { username, password }: Omit<WebAccount, 'publicId'>) => {
  await app.input('link-username', username)
  await app.input('link-password', password)
  await app.tap('link-submit')
}

const link = async (app: RunningApp, account: WebAccount) => {
  await app.tap('link-open')
  await app.tap('link-sign-in')
  await prove(app, account)
}

const called = (app: RunningApp, wanted: string) =>
  app.calls.filter(({ name }) => name === wanted).length

const requests = (app: RunningApp) => called(app, 'request')

const logins = (app: RunningApp) => called(app, 'login')

const world = useWorld()

describe('linking, in the built bundle', () => {
  it('linking joins WeChat to an account of the web in three requests, and then signs in silently', async () => {
    const account = await registerOnTheWeb(world, 'lin')
    const app = await world.open('lin')
    await link(app, account)
    expect(app.text('link-done')).toBe(texts.linked + texts.othersEnded)
    expect(requests(app)).toBe(3)
    await app.tap('link-leave')
    expect(app.page()).toBe('pages/home/index')
    expect(app.text('session-user-id')).toBe(account.publicId)

    const fresh = await world.open('lin')
    expect(fresh.text('session-state')).toBe(states.member)
    expect(fresh.text('session-user-id')).toBe(account.publicId)
  })

  it('linking says when the password is wrong, keeps what was typed, and goes on', async () => {
    const account = await registerOnTheWeb(world, 'mei')
    const app = await world.open('mei')
    await link(app, { ...account, password: 'not the sentence' })
    expect(app.text('link-failure')).toBe(refusalTexts['zh-CN'].wrong_credentials)
    expect(app.value('link-username')).toBe('mei')
    await app.input('link-password', account.password)
    await app.tap('link-submit')
    expect(app.has('link-done')).toBe(true)
  })

  it('linking registers a new account and links it', async () => {
    const app = await world.open('nan')
    await app.tap('link-open')
    await app.tap('link-register')
    await prove(app, { username: 'nan', password: 'a sentence for nan' })
    expect(app.has('link-done')).toBe(true)
    const fresh = await world.open('nan')
    expect(fresh.text('session-name')).toBe('nan')
  })

  it('linking never joins an account that has a WeChat to another one', async () => {
    const account = await registerOnTheWeb(world, 'otto')
    await link(await world.open('otto'), account)
    const thief = await world.open('mallory')
    await link(thief, account)
    expect(thief.text('link-conflict')).toBe(texts.accountTaken)
    expect((await world.open('otto')).text('session-user-id')).toBe(account.publicId)
    expect((await world.open('mallory')).text('session-state')).toBe(states.unlinked)
  })

  it('linking says that this WeChat opens another account already, and opens that one on request', async () => {
    const first = await world.open('pia')
    await first.tap('link-continue')
    const own = first.text('session-user-id')
    await first.tapTab('pages/me/index')
    await first.tap('sign-out')

    const account = await registerOnTheWeb(world, 'pia-web')
    await first.tapTab('pages/home/index')
    await first.tap('home-notes')
    await first.tap('note-write')
    await first.tap('gate-sign-in')
    await first.tap('link-sign-in')
    await prove(first, account)
    expect(first.text('link-conflict')).toBe(texts.wechatTaken)
    await first.tap('link-continue')
    await first.tap('link-leave')
    expect(first.page()).toBe('pages/notes/edit/index')
    await first.back()
    await first.back()
    expect(first.text('session-user-id')).toBe(own)
  })

  it('linking is picked up where it was when the app was killed in the middle', async () => {
    const account = await registerOnTheWeb(world, 'quinn')
    const memory = createPhoneMemory()
    const network = createNetwork(world.hosts)
    const losing: Network = {
      ...network,
      send: (request) =>
        request.url.includes('user-associate')
          ? Promise.reject(new Error('lost on the way'))
          : network.send(request),
    }
    const app = await world.open('quinn', { memory, network: losing })
    await app.tap('link-open')
    await app.tap('link-sign-in')
    await app.input('link-username', account.username)
    await app.input('link-password', account.password)
    await app.tap('link-submit')
    expect(app.has('link-finish')).toBe(true)

    const again = await world.open('quinn', { memory })
    await again.tap('link-resume')
    await again.tap('link-finish')
    expect(again.has('link-done')).toBe(true)
  })

  it('linking takes a fresh code when the ticket has expired over the form, and loses nothing that was typed', async () => {
    const account = await registerOnTheWeb(world, 'tess')
    let late = 0
    const clock = { ...realClock, now: () => Date.now() + late }
    const app = await world.open('tess', { clock })
    await app.tap('link-open')
    await app.tap('link-sign-in')
    await app.input('link-username', account.username)
    await app.input('link-password', account.password)
    late = 11 * 60_000
    await app.hide()
    await app.show()
    expect(app.value('link-username')).toBe('tess')
    const codes = logins(app)
    await app.tap('link-submit')
    expect(app.has('link-done')).toBe(true)
    expect(logins(app)).toBe(codes + 1)
  })

  it('linking takes a fresh code, too, when it is the server that finds the ticket too old', async () => {
    const account = await registerOnTheWeb(world, 'ugo')
    const network = createNetwork(world.hosts)
    const aged = (body: WireRequest['body']) =>
      typeof body === 'string'
        ? body.replace(/"link_ticket":"[^"]*"/, '"link_ticket":"expired"')
        : body
    const app = await world.open('ugo', {
      network: { ...network, send: (sent) => network.send({ ...sent, body: aged(sent.body) }) },
    })
    await link(app, account)
    expect(app.has('link-done')).toBe(true)
    const fresh = await world.open('ugo')
    expect(fresh.text('session-user-id')).toBe(account.publicId)
  })

  it('linking can be left for later', async () => {
    const app = await world.open('rosa')
    await app.tap('link-open')
    await app.tap('link-later')
    expect(app.page()).toBe('pages/home/index')
    expect(app.has('home-notes')).toBe(true)
  })
})

describe('what only a member can do, in the built bundle', () => {
  it('an act of a member asks a guest in place, and then goes on by itself', async () => {
    const app = await world.open('sven')
    await app.tap('home-notes')
    await app.tap('note-write')
    expect(app.has('gate')).toBe(true)
    await app.tap('gate-continue')
    expect(app.page()).toBe('pages/notes/edit/index')
  })
})
