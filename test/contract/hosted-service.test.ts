import { readSettings } from '../../config/settings'
import { listSessions } from '../../src/baas/sessions'
import { openOurPhone } from './differential/clients'
import { startRecordingProxy, type Manners, type RecordingProxy } from './differential/proxy'
import { openWorld } from './kit/world'

const CLIENT_ID = '995140f59511a222c937'
const password = 'correct horse battery'
const asked = { by: 'wechat', createUser: false, withUnionID: false } as const

/** What only our server's answers hold; left out of JSON. */
const OURS_ALONE = {
  link_ticket: undefined,
  link_ticket_expires_in: undefined,
  error_code: undefined,
}

/** A backend that has what the vendor's documents have, and nothing else of ours: no /ext/, no ticket. */
const asHosted = (ourClientId: string): Manners => ({
  refusal({ path, headers, body }) {
    if (headers['x-hydrogen-client-id'] !== CLIENT_ID) return { status: 400 }
    if (path.startsWith('/ext/')) return { status: 404 }
    return JSON.stringify(body).includes('link_ticket') ? { status: 400 } : undefined
  },
  headers: (headers) => ({ ...headers, 'x-hydrogen-client-id': ourClientId }),
  answer: (text) =>
    text.startsWith('{') ? JSON.stringify({ ...JSON.parse(text), ...OURS_ALONE }) : text,
})

/** The backend this project builds on when it is not its own: https://<clientID>.myminapp.com. */
describe('the hosted service', () => {
  const world = openWorld()
  let service: RecordingProxy

  beforeAll(async () => {
    service = await startRecordingProxy(world.server, asHosted(world.clientId))
  })
  afterAll(() => service.close())

  /** The settings of a build, of which only host and client ID were changed. */
  const settings = () => {
    const told = { TARO_APP_BAAS_HOST: service.url, TARO_APP_BAAS_CLIENT_ID: CLIENT_ID }
    const read = readSettings({ TARO_APP_CREATE_USER_ON_LAUNCH: 'false', ...told })
    if ('faults' in read) throw new Error(read.faults.join(' '))
    return read.settings
  }
  const phone = (person: string) => {
    const { baasHost, baasClientId } = settings()
    return openOurPhone({ ...world, clientId: baasClientId }, person, { server: baasHost })
  }
  const register = (username: string) =>
    phone(`${username} on the web`).BaaS.auth.register({ username, password })

  it('the client of the hosted service signs in through WeChat and by password', async () => {
    const { BaaS, auth } = phone('hosted-carol')
    const created = (await BaaS.auth.loginWithWechat()).toJSON()
    expect(await auth.signIn(asked)).toMatchObject({ id: (created as { id: number }).id })

    await register('hosted-dave')
    const dave = phone('hosted-dave').BaaS.auth.login({ username: 'hosted-dave', password })
    expect((await dave).toJSON()).toMatchObject({ _username: 'hosted-dave' })
  })

  it('the client of the hosted service links with a fresh code, without a ticket; the next launch is silent', async () => {
    await register('hosted-erin')
    const { auth } = phone('hosted-erin')
    await expect(auth.signIn(asked)).rejects.toMatchObject({ code: 404 })
    expect(auth.view.getState().session).toEqual({ tag: 'unlinked' })
    service.take()
    const account = { username: 'hosted-erin' }
    const linked = await auth.link({ by: 'password', account, password })

    expect(service.take().at(-1)).toMatchObject({
      path: '/hserve/v2.4/idp/wechat/user-associate/',
      body: { code: expect.any(String), associate_with_unionid: false },
      status: 200,
    })
    expect(await phone('hosted-erin').auth.signIn(asked)).toMatchObject({ id: linked.id })
  })

  it('the hosted service answers 404 to what only our server has, and the member stays signed in', async () => {
    const { auth } = phone('hosted-frank')
    await auth.signIn({ ...asked, createUser: true })
    await expect(listSessions(auth.request)).rejects.toMatchObject({ code: 404 })
    expect(auth.view.getState().session.tag).toBe('member')
  })

  it('the hosted service does not know a client of another ID', async () => {
    const stranger = openOurPhone(world, 'hosted-grace', { server: service.url })
    await expect(stranger.auth.signIn(asked)).rejects.toMatchObject({ code: 400 })
  })
})
