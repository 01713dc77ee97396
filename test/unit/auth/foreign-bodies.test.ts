import { alice, granted, refused, settle } from '../../kit/fake-backend'
import { launchedWith, makeAuth, pageCall } from '../../kit/make-auth'
import { memoryStorage } from '../../kit/memory-storage'

const HOUR_MS = 3_600_000

/** What is not of the protocol, whatever its status. */
const FOREIGN = [
  ['the HTML 404 of a gateway', 404, '<html><h1>404 Not Found</h1></html>'],
  ['the HTML 401 of a proxy', 401, '<html>Authenticate</html>'],
  ['the HTML 403 of a firewall', 403, '<html>Blocked</html>'],
  ['an empty 404', 404, ''],
  ['a 404 without a body', 404, undefined],
  ['the JSON 404 of an API gateway', 404, { message: 'no Route matched with those values' }],
  ['the JSON 401 of an API gateway', 401, { message: 'Unauthorized' }],
  ['a captive portal', 200, '<html>Accept the terms of this Wi-Fi</html>'],
  ['a captive portal that speaks JSON', 200, { login_url: 'https://wifi.invalid' }],
  ['an empty 200', 200, ''],
] as const

describe.each(FOREIGN)('%s', (_, status, body) => {
  it('a foreign body at launch is server trouble, not "no account", and is repaired on return', async () => {
    const storage = memoryStorage()
    const { session, clock, comeBack, network } = await launchedWith({ status, body }, { storage })
    expect(session()).toEqual({ tag: 'guest', reason: 'server' })
    expect(storage.entries.size).toBe(0)
    clock.advance(5_000)
    comeBack()
    await settle()
    network.answer(granted())
    await settle()
    expect(session()).toMatchObject({ tag: 'member', user: alice })
  })

  it('a foreign body leaves a stored session that has expired where it is', async () => {
    const storage = memoryStorage()
    await launchedWith(granted(alice, 3_600), { storage })
    const before = JSON.stringify([...storage.entries])
    const { auth, clock, network, session, comeBack } = makeAuth({ storage })
    clock.advance(HOUR_MS)
    await auth.launch()
    await settle()
    network.answer({ status, body })
    await settle()
    expect(session().tag).toBe('member')
    expect(JSON.stringify([...storage.entries])).toBe(before)
    clock.advance(5_000)
    comeBack()
    await settle()
    network.answer(granted(alice, 3_600, 'renewed'))
    await settle()
    expect(JSON.stringify([...storage.entries])).toContain('renewed')
  })

  it('a foreign body in place of a page signs no one out and renews nothing', async () => {
    const { auth, network, session } = await launchedWith(granted())
    const call = auth.request(pageCall())
    await settle()
    network.answer({ status, body })
    if (typeof body === 'object' && status === 200) await call
    else await expect(call).rejects.toMatchObject({ code: 502 })
    expect(session().tag).toBe('member')
    expect(network.requests).toHaveLength(2)
  })
})

it('a 404 of the protocol still says that there is no account', async () => {
  const { session } = await launchedWith(refused(404, 'user not found'))
  expect(session()).toEqual({ tag: 'unlinked' })
})
