import { alice, answered, granted, settle } from '../../kit/fake-backend'
import { launchedWith, makeAuth, pageCall } from '../../kit/make-auth'
import { memoryStorage } from '../../kit/memory-storage'

/** A phone whose session of Alice ran out while the app was closed. */
const withOldSession = async () => {
  const storage = memoryStorage()
  await launchedWith(granted(alice, 60), { storage })
  const made = makeAuth({ storage: memoryStorage(storage.entries) })
  made.clock.advance(3_600_000)
  return made
}

describe('a call that anyone may make', () => {
  it('a call that anyone may make waits for no renewal of a session that ran out', async () => {
    const made = await withOldSession()
    void made.auth.launch()
    await settle()
    const open = made.auth.request(pageCall('anyone'))
    await settle()
    expect(made.network.paths().at(-1)).toBe('/hserve/v2.5/some/page/')
    made.network.waiting.at(-1)?.answer(answered({ title: 'Shared' }))
    await expect(open).resolves.toMatchObject({ body: { title: 'Shared' } })
  })
})
