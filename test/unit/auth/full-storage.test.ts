import type { Storage } from '../../../src/auth/storage'
import { alice, answered, granted, grantedFlat, settle } from '../../kit/fake-backend'
import { launchedWith, makeAuth } from '../../kit/make-auth'
import { memoryStorage } from '../../kit/memory-storage'

/** A device on which Alice has signed in, and whose storage takes nothing more since. */
const fullDevice = async () => {
  const { entries, ...storage } = memoryStorage()
  let isFull = false
  const device: Storage = {
    ...storage,
    set(key, value) {
      if (isFull) throw new Error('full')
      storage.set(key, value)
    },
  }
  const made = await launchedWith(granted(), { storage: device })
  isFull = true
  return { made, entries }
}

describe('a storage that is full', () => {
  it('a storage that is full does not bring the person of before back at the next launch', async () => {
    const { made, entries } = await fullDevice()
    const asBob = { by: 'password', account: { username: 'bob' }, password: 'p' } as const
    void made.auth.signIn(asBob)
    await settle()
    made.network.answer(grantedFlat())
    await settle()
    const next = makeAuth({ storage: memoryStorage(entries), launchCredentials: undefined })
    expect(await next.auth.launch()).toEqual({ tag: 'guest', reason: 'signedOut' })
  })

  it('a storage that is full keeps the session that it has, of a member whose name is another now', async () => {
    const { made, entries } = await fullDevice()
    void made.actions.refresh()
    await settle()
    made.network.answer(answered({ ...alice, nickname: 'Alicia' }))
    await settle()
    const next = makeAuth({ storage: memoryStorage(entries), launchCredentials: undefined })
    expect(await next.auth.launch()).toMatchObject({ tag: 'member', user: { id: alice.id } })
  })
})
