import {
  alice,
  answered,
  reauthenticationRequired,
  granted,
  refused,
  settle,
} from '../../kit/fake-backend'
import { launchedWith, pageCall, signedInByPassword } from '../../kit/make-auth'

const REAUTHENTICATE = '/ext/v1/account/reauthenticate/'

describe('a call that is refused for want of a re-authentication', () => {
  it('a call that needs a re-authentication is sent again with the token that a new code of the linked WeChat brings, and the person is not asked', async () => {
    const made = await launchedWith(granted({ ...alice, openid: 'o-alice' }))
    const outcome = made.auth.request(pageCall())
    await settle()
    made.network.answer(reauthenticationRequired())
    await settle()
    await settle()
    expect(made.network.paths().at(-1)).toBe(REAUTHENTICATE)
    expect(made.network.requests.at(-1)?.body).toEqual({ code: expect.any(String) })
    made.network.answer(answered({ reauthentication: 'proven', expires_in: 600 }))
    await settle()
    expect(made.network.requests.at(-1)?.headers['X-Reauthentication']).toBe('proven')
    made.network.answer(answered({ ok: true }))
    expect((await outcome).body).toEqual({ ok: true })
    expect(made.auth.reauthentication.asking.getState()).toBe(false)
  })

  it('a call that needs a re-authentication asks the person where this phone’s WeChat is not the one that is linked', async () => {
    const made = await launchedWith(granted({ ...alice, openid: 'o-of-her-other-wechat' }))
    made.auth.reauthentication.mount()
    const outcome = made.auth.request(pageCall())
    await settle()
    made.network.answer(reauthenticationRequired())
    await settle()
    await settle()
    made.network.answer(refused(403, 'another', { error_code: 'reauthentication_failed' }))
    await settle()
    expect(made.auth.reauthentication.asking.getState()).toBe(true)
    made.auth.reauthentication.answer('proven')
    await settle()
    made.network.answer(answered({ ok: true }))
    expect((await outcome).body).toEqual({ ok: true })
  })

  it('a call that needs a re-authentication asks no one while the network is what failed', async () => {
    const made = await launchedWith(granted({ ...alice, openid: 'o-alice' }))
    made.auth.reauthentication.mount()
    const outcome = made.auth.request(pageCall())
    await settle()
    made.network.answer(reauthenticationRequired())
    await settle()
    await settle()
    made.network.fail(new Error('offline'))
    await expect(outcome).rejects.toMatchObject({ code: 600 })
    expect(made.auth.reauthentication.asking.getState()).toBe(false)
  })

  it('a call that needs a re-authentication asks the person in the web build, which has no code of the linked WeChat', async () => {
    const made = await signedInByPassword()
    const member = made.auth.current()
    if (member !== undefined) made.auth.learn({ ...member.user, openid: 'o-bob' })
    made.auth.reauthentication.mount()
    void made.auth.request(pageCall()).catch(() => undefined)
    await settle()
    made.network.answer(reauthenticationRequired())
    await settle()
    expect(made.auth.current()?.user.openid).toBe('o-bob')
    expect([made.auth.reauthentication.asking.getState(), made.codes.given]).toEqual([true, 0])
  })

  it('a call that needs a re-authentication asks the person on a page that can ask, and goes on with what they answer', async () => {
    const made = await signedInByPassword()
    made.auth.reauthentication.mount()
    const outcome = made.auth.request(pageCall())
    await settle()
    made.network.answer(reauthenticationRequired())
    await settle()
    expect(made.auth.reauthentication.asking.getState()).toBe(true)
    made.auth.reauthentication.answer('proven')
    await settle()
    expect(made.network.requests.at(-1)?.headers['X-Reauthentication']).toBe('proven')
    made.network.answer(answered({ ok: true }))
    expect((await outcome).body).toEqual({ ok: true })
  })

  it('a call that needs a re-authentication is refused when the person would rather not, and when no page can ask', async () => {
    const made = await signedInByPassword()
    const unasked = made.auth.request(pageCall())
    await settle()
    made.network.answer(reauthenticationRequired())
    await expect(unasked).rejects.toMatchObject({ errorCode: 'reauthentication_required' })

    const { leave } = made.auth.reauthentication.mount()
    const declined = made.auth.request(pageCall())
    await settle()
    made.network.answer(reauthenticationRequired())
    await settle()
    leave()
    await expect(declined).rejects.toMatchObject({ code: 403 })
  })

  it('a call that needs a re-authentication asks once, however many calls want it at the same moment', async () => {
    const made = await signedInByPassword()
    made.auth.reauthentication.mount()
    const calls = [made.auth.request(pageCall()), made.auth.request(pageCall())]
    await settle()
    for (const { answer } of made.network.waiting.splice(0)) answer(reauthenticationRequired())
    await settle()
    made.auth.reauthentication.answer('proven')
    await settle()
    for (const { answer } of made.network.waiting.splice(0)) answer(answered({ ok: true }))
    expect((await Promise.all(calls)).map(({ body }) => body)).toEqual([{ ok: true }, { ok: true }])
  })
})
