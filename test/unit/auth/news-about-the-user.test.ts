import { alice, granted } from '../../kit/fake-backend'
import { launchedWith } from '../../kit/make-auth'
import { memoryStorage } from '../../kit/memory-storage'
import { eve } from '../../kit/bob-and-eve'

describe('news about the user', () => {
  it('an answer with news about the user is taken in, unless it is about another person', async () => {
    const { auth, session } = await launchedWith(granted())
    auth.learn({ ...eve, nickname: 'Not Alice' })
    expect(session()).toMatchObject({ user: { id: alice.id, nickname: 'Alice' } })
    auth.learn({ ...alice, nickname: 'Alice II' })
    expect(session()).toMatchObject({ user: { nickname: 'Alice II' }, epoch: 1 })
  })

  it('an answer with news about the user is not written again when nothing of it is kept on the device', async () => {
    const storage = memoryStorage()
    const { auth } = await launchedWith(granted(), { storage })
    const before = storage.calls.set
    auth.learn({ ...alice, gender: 1 })
    auth.learn({ ...alice, gender: 1 })
    expect(storage.calls.set).toBe(before)
  })
})
