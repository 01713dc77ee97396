import { TransportError } from '../../../src/baas/transport'
import { alice, granted, refused, settle } from '../../kit/fake-backend'
import { makeAuth } from '../../kit/make-auth'
import { memoryStorage } from '../../kit/memory-storage'

describe('launch', () => {
  it('signs a known person in silently, with one request', async () => {
    const { auth, network, session } = makeAuth()
    expect(session()).toEqual({ tag: 'booting' })

    const launched = auth.launch()
    expect(session()).toEqual({ tag: 'signingIn', why: 'launch' })
    await settle()
    network.answer(granted())

    expect(await launched).toMatchObject({ tag: 'member', user: alice })
    expect(network.requests).toHaveLength(1)
    expect(network.requests[0]).toMatchObject({
      method: 'POST',
      url: 'https://baas.invalid/hserve/v2.5/idp/wechat/silent-login/',
      body: { create_user: false, code: 'a-code', login_with_unionid: false },
    })
  })

  it('leaves an unknown person unlinked instead of opening an account', async () => {
    const { auth, network, session } = makeAuth()
    const launched = auth.launch()
    await settle()
    network.answer(refused(404))
    await launched
    expect(session()).toEqual({ tag: 'unlinked' })
  })

  it.each([
    ['the network is gone', new TransportError('offline'), 'offline'],
    ['the server is slow', new TransportError('timeout'), 'offline'],
  ])('leaves a usable guest when %s', async (_, failure, reason) => {
    const { auth, network, session } = makeAuth()
    const launched = auth.launch()
    await settle()
    network.fail(failure)
    await launched
    expect(session()).toEqual({ tag: 'guest', reason })
  })

  it.each([
    [500, 'server'],
    [403, 'refused'],
  ])('leaves a usable guest when the server answers %i', async (status, reason) => {
    const { auth, network, session } = makeAuth()
    const launched = auth.launch()
    await settle()
    network.answer(refused(status))
    await launched
    expect(session()).toEqual({ tag: 'guest', reason })
  })

  it('leaves a usable guest when wx.login itself is refused', async () => {
    const { auth, session } = makeAuth({
      loginCode: () => Promise.reject({ errMsg: 'login:fail' }),
    })
    await auth.launch()
    expect(session()).toEqual({ tag: 'guest', reason: 'refused' })
  })

  it('treats a 201 without a session as a server fault', async () => {
    const { auth, network, session } = makeAuth()
    const launched = auth.launch()
    await settle()
    network.answer({ status: 201, body: { token: 'token', expires_in: 60 } })
    await launched
    expect(session()).toEqual({ tag: 'guest', reason: 'server' })
  })

  it('needs no request while the stored session lives', async () => {
    const entries = new Map<string, unknown>()
    const first = makeAuth({ storage: memoryStorage(entries) })
    const launched = first.auth.launch()
    await settle()
    first.network.answer(granted())
    await launched

    const second = makeAuth({ storage: memoryStorage(entries) })
    expect(await second.auth.launch()).toMatchObject({ tag: 'member', user: alice })
    expect(second.network.requests).toHaveLength(0)
  })

  it('logs in again once the stored session has expired', async () => {
    const entries = new Map<string, unknown>()
    const first = makeAuth({ storage: memoryStorage(entries) })
    const launched = first.auth.launch()
    await settle()
    first.network.answer(granted(alice, 60))
    await launched

    const later = makeAuth({ storage: memoryStorage(entries), now: () => 1_000_000 + 60_000 })
    void later.auth.launch()
    await settle()
    expect(later.network.requests).toHaveLength(1)
  })

  it.each([['text'], [{ token: 1 }], [{ token: 't', expiresAtMs: 9e15, user: {} }]])(
    'survives a corrupt record (%j)',
    async (record) => {
      const { auth, network } = makeAuth({ storage: memoryStorage(new Map([['session', record]])) })
      void auth.launch()
      await settle()
      expect(network.requests).toHaveLength(1)
    },
  )

  it('survives a storage that refuses everything', async () => {
    const refuse = () => {
      throw new Error('storage is full')
    }
    const { auth, network } = makeAuth({ storage: { get: refuse, set: refuse, remove: refuse } })
    const launched = auth.launch()
    await settle()
    network.answer(granted())
    expect(await launched).toMatchObject({ tag: 'member' })
  })

  it('settles ready() with the outcome, whatever it is', async () => {
    const { auth, network } = makeAuth()
    const ready = auth.ready()
    void auth.launch()
    await settle()
    network.answer(refused(404))
    expect(await ready).toEqual({ tag: 'unlinked' })
  })
})
