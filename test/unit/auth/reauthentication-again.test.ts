import { answered, reauthenticationRequired, refused, settle } from '../../kit/fake-backend'
import { pageCall, signedInByPassword } from '../../kit/make-auth'
import { memoryStorage } from '../../kit/memory-storage'

describe('a call that meets a re-authentication and the end of its token, in either order', () => {
  it('a call that needs a re-authentication asks the person also when it is sent again with the newer token of another tab', async () => {
    const entries = new Map<string, unknown>()
    const made = await signedInByPassword({ storage: memoryStorage(entries) })
    made.auth.reauthentication.mount()
    const outcome = made.auth.request(pageCall())
    await settle()
    const stored = entries.get('session') as { expiresAtMs: number }
    entries.set('session', { ...stored, token: 'newer', expiresAtMs: stored.expiresAtMs + 1 })
    made.network.answer(refused(401))
    await settle()
    expect(made.network.requests.at(-1)?.headers['Authorization']).toContain('newer')
    made.network.answer(reauthenticationRequired())
    await settle()
    expect(made.auth.reauthentication.asking.getState()).toBe(true)
    made.auth.reauthentication.answer('proven')
    await settle()
    expect(made.network.requests.at(-1)?.headers['X-Reauthentication']).toBe('proven')
    made.network.answer(answered({ ok: true }))
    expect((await outcome).body).toEqual({ ok: true })
  })

  it('a session that ends while its re-authentication is typed leaves a guest, and no member whom nothing answers', async () => {
    const made = await signedInByPassword()
    made.auth.reauthentication.mount()
    const outcome = made.auth.request(pageCall())
    await settle()
    made.network.answer(reauthenticationRequired())
    await settle()
    made.auth.reauthentication.answer('proven')
    await settle()
    made.network.answer(refused(401, 'ended', { error_code: 'session_ended' }))
    await expect(outcome).rejects.toMatchObject({ code: 401 })
    expect(made.session()).toEqual({ tag: 'guest', reason: 'endedElsewhere' })
  })
})
