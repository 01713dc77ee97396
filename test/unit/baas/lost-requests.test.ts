import { createAbort } from '../../../src/compat/wx-baas/abort'
import { BaasError } from '../../../src/baas/errors'
import { answered } from '../../kit/fake-backend'
import { get, sending } from '../../kit/sending'

describe('a request of the protocol without an answer', () => {
  it.each([
    // docs/protocol.md 9.4, 9.38
    ['any failure of the network', new BaasError(600), 600],
    ['a slow network', new BaasError(601), 601],
    ['a transport that breaks', new TypeError('Failed to fetch'), 600],
  ])('the lost request %s has its wx.BaaS code', async (_, cause, code) => {
    const { send, network } = sending()
    const answer = send(get)
    network.fail(cause)
    await expect(answer).rejects.toMatchObject({ name: 'BaasError', code })
  })

  // docs/protocol.md 9.4
  it('a request without an answer ends at the deadline', async () => {
    const { send, network, clock } = sending()
    const answer = send(get)
    clock.advance(8_000)
    await expect(answer).rejects.toMatchObject({ code: 601 })
    expect(network.aborted).toHaveLength(1)
  })

  // docs/protocol.md 9.4
  it('an answered request is not cancelled at the deadline', async () => {
    const { send, network, clock } = sending()
    const answers = [send(get), send(get)]
    network.answer(answered())
    network.fail(new BaasError(600))
    await Promise.allSettled(answers)
    clock.advance(8_000)
    expect(network.aborted).toEqual([])
  })

  // docs/protocol.md 9.12
  it('a request has a timeout of its own when one is passed', async () => {
    const { send, network, clock } = sending()
    const answer = send({ ...get, timeoutMs: 100 })
    expect(network.requests[0]?.timeoutMs).toBe(100)
    clock.advance(100)
    await expect(answer).rejects.toMatchObject({ code: 601 })
  })

  // docs/protocol.md 9.12
  it('a request without an answer can be cancelled', async () => {
    const { send, network } = sending()
    const { signal, abort } = createAbort()
    const answer = send({ ...get, signal })
    abort()
    await expect(answer).rejects.toMatchObject({ code: 499 })
    expect(network.aborted).toHaveLength(1)
    await expect(send({ ...get, signal })).rejects.toMatchObject({ code: 499 })
    expect(network.requests).toHaveLength(1)
  })
})
