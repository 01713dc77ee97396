import { alice, answered, granted, settle } from '../../kit/fake-backend'
import { launchedWith, makeAuth } from '../../kit/make-auth'
import { memoryStorage } from '../../kit/memory-storage'

const called = (nickname: string) => answered({ ...alice, nickname })

const launchedMember = async () => {
  const storage = memoryStorage()
  const made = await launchedWith(granted(), { storage })
  const { network } = made
  /** Settles the request at `place` of those that wait. */
  const answerAt = async (place: number, response: ReturnType<typeof answered>) => {
    network.waiting.splice(place, 1)[0]?.answer(response)
    await settle()
  }
  return { ...made, storage, answerAt, name: () => made.auth.current()?.user.nickname }
}

describe('refreshing the member', () => {
  it('refreshing the member never puts back what a write has changed meanwhile, and fetches once more', async () => {
    const { actions, network, answerAt, name } = await launchedMember()
    const refreshed = actions.refresh()
    await settle()
    const written = actions.updateProfile({ nickname: 'New' })
    await settle()
    await answerAt(1, called('New'))
    await written
    await answerAt(0, called('Old'))
    expect(name()).toBe('New')
    expect(network.paths().at(-1)).toBe(`/hserve/v2.5/user/info/${alice.id}/`)
    await answerAt(0, called('Newest'))
    expect(await refreshed).toMatchObject({ tag: 'done', value: { nickname: 'Newest' } })
    expect(name()).toBe('Newest')
    expect(network.waiting).toHaveLength(0)
  })

  it('refreshing the member waits for a launch that is still under way', async () => {
    const { auth, actions, network } = makeAuth()
    const launched = auth.launch()
    const refreshed = actions.refresh()
    await settle()
    network.answer(granted())
    await launched
    await settle()
    network.answer(called('Newest'))
    expect(await refreshed).toMatchObject({ tag: 'done', value: { nickname: 'Newest' } })
  })

  it('refreshing the member twice at once keeps the answer that was asked for last', async () => {
    const { actions, network, answerAt, name } = await launchedMember()
    const both = Promise.all([actions.refresh(), actions.refresh()])
    await settle()
    await answerAt(1, called('Second'))
    await answerAt(0, called('First'))
    expect(name()).toBe('Second')
    await answerAt(0, called('Third'))
    await both
    expect(network.requests).toHaveLength(4)
  })

  it('refreshing the member twice at once takes two requests when the answers come in turn', async () => {
    const { actions, network, answerAt, name } = await launchedMember()
    const both = Promise.all([actions.refresh(), actions.refresh()])
    await settle()
    await answerAt(0, called('First'))
    await answerAt(0, called('Second'))
    await both
    expect(name()).toBe('Second')
    expect(network.requests).toHaveLength(3)
  })

  it('refreshing the member behind the screen puts back nothing that a write has changed meanwhile', async () => {
    const { actions, clock, comeBack, answerAt, name } = await launchedMember()
    clock.advance(600_000)
    comeBack()
    await settle()
    const written = actions.updateProfile({ nickname: 'New' })
    await settle()
    await answerAt(1, called('New'))
    await written
    await answerAt(0, called('Old'))
    expect(name()).toBe('New')
  })

  it('refreshing the member puts back nothing that another tab has learnt meanwhile', async () => {
    const { actions, storage, otherTab, answerAt, name } = await launchedMember()
    void actions.refresh()
    await settle()
    const stored = storage.get('session') as { user: object }
    storage.set('session', { ...stored, user: { ...stored.user, nickname: 'New' } })
    otherTab()
    expect(name()).toBe('New')
    await answerAt(0, called('Old'))
    expect(name()).toBe('New')
  })
})
