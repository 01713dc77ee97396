import { BaasError } from '../../../src/baas/errors'
import { alice, answered, granted, refused, settle } from '../../kit/fake-backend'
import { launchedWith, makeAuth } from '../../kit/make-auth'

const MINUTE_MS = 60_000

describe('coming back', () => {
  it('coming back re-checks at most every 5 s', async () => {
    const { clock, network, comeBack, auth } = makeAuth()
    const launched = auth.launch()
    await settle()
    network.fail(new BaasError(600))
    await launched

    comeBack()
    await settle()
    network.fail(new BaasError(600))
    await settle()
    for (const ms of [0, 1_000, 3_999]) {
      clock.advance(ms)
      comeBack()
    }
    await settle()
    expect(network.requests).toHaveLength(2)
    clock.advance(1)
    comeBack()
    await settle()
    expect(network.requests).toHaveLength(3)
  })

  it('coming back refreshes a member at most every ten minutes, also when the refresh fails', async () => {
    const { clock, network, comeBack, session } = await launchedWith(granted())
    comeBack()
    await settle()
    expect(network.requests).toHaveLength(1)

    clock.advance(10 * MINUTE_MS)
    comeBack()
    await settle()
    expect(network.paths().at(-1)).toBe(`/hserve/v2.5/user/info/${alice.id}/`)
    network.fail(new BaasError(601))
    await settle()
    clock.advance(MINUTE_MS)
    comeBack()
    await settle()
    expect(network.requests).toHaveLength(2)
    expect(session().tag).toBe('member')
  })

  it('coming back finds a session that was ended elsewhere, and renews it', async () => {
    const { clock, network, comeBack, session } = await launchedWith(granted())
    clock.advance(10 * MINUTE_MS)
    comeBack()
    await settle()
    network.answer(refused(401))
    await settle()
    network.answer(granted(alice, 3_600, 'token-2'))
    await settle()
    network.answer(answered({ ...alice, nickname: 'Alice II' }))
    await settle()
    expect(session()).toMatchObject({ tag: 'member', user: { nickname: 'Alice II' } })
  })

  it('coming back does not stop re-checking when the clock was set back', async () => {
    const { clock, network, comeBack } = await launchedWith(refused(500))
    comeBack()
    await settle()
    network.answer(refused(500))
    await settle()
    clock.set(0)
    comeBack()
    await settle()
    expect(network.requests).toHaveLength(3)
  })

  it('coming back signs an offline guest in when the network returns', async () => {
    const { auth, network, goOnline, session } = makeAuth()
    const launched = auth.launch()
    await settle()
    network.fail(new BaasError(600))
    await launched
    goOnline()
    await settle()
    network.answer(granted())
    await settle()
    expect(session().tag).toBe('member')
  })

  it.each([
    ['signed out', (made: Awaited<ReturnType<typeof launchedWith>>) => made.auth.signOut()],
    ['unlinked', async () => undefined],
  ])('coming back asks nothing of a person who is %s', async (_, prepare) => {
    const made = await launchedWith(refused(404))
    await prepare(made)
    made.comeBack()
    made.goOnline()
    await settle()
    expect(made.network.requests).toHaveLength(1)
  })

  it('coming back asks nothing of a guest who was refused', async () => {
    const made = await launchedWith(refused(403))
    made.comeBack()
    made.goOnline()
    await settle()
    expect(made.network.requests).toHaveLength(1)
  })

  it('coming back to the screen and to the network have limits of their own', async () => {
    const { clock, network, comeBack, goOnline } = await launchedWith(refused(500))
    comeBack()
    await settle()
    network.answer(refused(500))
    await settle()
    goOnline()
    await settle()
    network.answer(refused(500))
    await settle()
    clock.advance(4_999)
    goOnline()
    await settle()
    expect(network.requests).toHaveLength(3)
    clock.advance(1)
    goOnline()
    await settle()
    expect(network.requests).toHaveLength(4)
  })
})
