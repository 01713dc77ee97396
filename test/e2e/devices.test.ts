import { accountTexts } from '../../src/i18n/account'
import { sessionTexts } from '../../src/i18n/session'
import {
  createNetwork,
  createPhoneMemory,
  type Network,
  type PhoneMemory,
} from '../../simulator/index'
import { openAccount } from './kit/open-account'
import { useWorld, type TestWorld } from './kit/use-world'

const texts = accountTexts['zh-CN']

/** The ids of the member's sign-ins on other phones than this, as the server has them. */
const otherSessions = async (world: TestWorld, memory: PhoneMemory): Promise<string[]> => {
  const kept = memory.entries.get('plain:session') ?? '{}'
  const { data } = JSON.parse(kept) as { data: { token: string } }
  const answer = await fetch(`${world.server}/ext/v1/sessions/`, {
    headers: { 'X-Hydrogen-Client-ID': 'starter-dev', Authorization: `Hydrogen-r1 ${data.token}` },
  })
  const { objects } = (await answer.json()) as { objects: { id: string; current: boolean }[] }
  return objects.filter(({ current }) => !current).map(({ id }) => id)
}

describe('the devices of an account, in the built bundle', () => {
  const world = useWorld()

  it('an account lists its devices and ends the others at once', async () => {
    const first = await openAccount(world, 'vera')
    const second = await openAccount(world, 'vera')
    await second.tap('account-sessions')
    expect(second.has('session-current')).toBe(true)
    await second.tap('sessions-end-others')
    await second.tap('sessions-end-others-sure')
    expect(second.has('sessions-alone')).toBe(true)
    // What was ended stays ended: the first phone learns it at its next request, says why, and waits to be asked.
    await first.tap('account-sessions')
    expect(first.text('guest-reason')).toBe(sessionTexts['zh-CN'].guestEndedElsewhere)
    await first.tap('session-retry')
    expect(first.has('session-current')).toBe(true)
  })

  it('an account ends one device, and leaves a third alone', async () => {
    const memory = createPhoneMemory()
    await openAccount(world, 'vito')
    await openAccount(world, 'vito')
    const app = await openAccount(world, 'vito', memory)
    await app.tap('account-sessions')
    const others = await otherSessions(world, memory)
    expect(others).toHaveLength(2)
    const [one = '', other = ''] = others
    await app.tap(`session-end-${one}`)
    await app.tap('session-end-sure')
    expect(app.has(`session-end-${one}`)).toBe(false)
    expect(app.has(`session-end-${other}`)).toBe(true)
    expect(await otherSessions(world, memory)).toEqual([other])
  })

  it('an account ends two devices, the second before the first has an answer', async () => {
    const memory = createPhoneMemory()
    await openAccount(world, 'vlad')
    await openAccount(world, 'vlad')
    const network = createNetwork(world.hosts)
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    const send: Network['send'] = async (request) => {
      if (request.method === 'DELETE') await held
      return network.send(request)
    }
    const app = await world.open('vlad', { memory, network: { ...network, send } })
    await app.tapTab('pages/me/index')
    await app.tap('me-account')
    await app.tap('account-sessions')
    const taps: Promise<void>[] = []
    for (const id of await otherSessions(world, memory)) {
      taps.push(app.tap(`session-end-${id}`))
      await app.until(() => app.has('session-end-sure'))
      taps.push(app.tap('session-end-sure'))
      await app.until(() => !app.has('session-end-sure'))
    }
    release()
    await Promise.all(taps)
    expect(app.text('sessions-alone')).toBe(texts.noOthers)
    expect(await otherSessions(world, memory)).toEqual([])
  })
})
