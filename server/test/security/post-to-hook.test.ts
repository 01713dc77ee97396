import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { postToHook } from '../../src/security/post-to-hook'

let hook: Server
let arrived: Promise<unknown>

/** A hook that takes every request and answers none. */
beforeEach(async () => {
  hook = createServer()
  arrived = once(hook, 'request')
  await once(hook.listen(0, '127.0.0.1'), 'listening')
})

afterEach(() => {
  jest.restoreAllMocks()
  hook.closeAllConnections()
  hook.close()
})

it('a hook that does not answer is given up after five seconds', async () => {
  const patience = new AbortController()
  const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal)
  const { port } = hook.address() as AddressInfo
  const outcome = Promise.allSettled([
    postToHook({ kind: 'hook', url: `http://127.0.0.1:${port}/`, token: null }, { text: 'hello' }),
  ])
  await arrived
  patience.abort(new Error('five seconds are over'))
  expect(await outcome).toEqual([
    { status: 'rejected', reason: new Error('five seconds are over') },
  ])
  expect(timeout).toHaveBeenCalledWith(5_000)
})
