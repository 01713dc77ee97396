import { alice, answered, granted, refused, settle } from '../../../kit/fake-backend'
import { launchedWith, type makeAuth } from '../../../kit/make-auth'
import { last, phoneEvent } from '../../../kit/wx-auth'

const account = { username: 'ivy' }
const failed = (kind: string, retry = false) => ({ tag: 'failed', failure: { kind, retry } })

const takeCode = () => Promise.resolve('early')

type Made = ReturnType<typeof makeAuth>

describe('an action', () => {
  it.each<[string, number, string, (made: Made) => Promise<unknown>]>([
    ['continuing with WeChat', 400, 'denied', ({ actions }) => actions.continueWithWechat()],
    ['continuing with WeChat', 404, 'needsLink', ({ actions }) => actions.continueWithWechat()],
    ['a wrong password', 400, 'denied', ({ actions }) => actions.signIn(account, 'p')],
    ['a name that is taken', 400, 'conflict', ({ actions }) => actions.register(account, 'p')],
    [
      'a registration at a wrong address',
      404,
      'unexpected',
      ({ actions }) => actions.register(account, 'p'),
    ],
    [
      'an unknown number',
      404,
      'needsLink',
      ({ actions }) => actions.signInWithPhone(phoneEvent.detail, { takeCode, createUser: false }),
    ],
    [
      'a link that is taken',
      400,
      'conflict',
      ({ actions }) => actions.link({ by: 'password', account, password: 'p' }),
    ],
  ])('an action of a guest reports about %s (%i): %s', async (_, status, kind, act) => {
    const made = await launchedWith(refused(500))
    const outcome = act(made)
    await settle()
    made.network.answer(refused(status))
    expect(await outcome).toEqual(failed(kind))
    expect(made.auth.view.getState().failure).toEqual(failed(kind).failure)
  })

  it('an action of a member that changes columns takes no object for a name, and no token for a column', async () => {
    const made = await launchedWith(granted())
    const outcome = made.actions.updateProfile({ nickname: 'Alicia' })
    await settle()
    made.network.answer(answered({ nickname: { zh: '爱丽丝' }, token: 'newer', expires_in: 600 }))
    await outcome
    const user = made.auth.current()?.user
    expect(user).toMatchObject({ id: alice.id, nickname: '' })
    expect(user).not.toHaveProperty('token')
  })

  it.each<[string, number, string, (made: Made) => Promise<unknown>]>([
    [
      'a number of another account',
      400,
      'conflict',
      ({ account }) => account.bindPhone(phoneEvent.detail, { overwrite: false }),
    ],
    [
      'a profile that is refused',
      400,
      'unexpected',
      ({ actions }) => actions.updateProfile({ a: 1 }),
    ],
  ])('an action of a member reports about %s (%i): %s', async (_, status, kind, act) => {
    const made = await launchedWith(granted())
    const outcome = act(made)
    await settle()
    made.network.answer(refused(status))
    expect(await outcome).toEqual(failed(kind))
    expect(made.session().tag).toBe('member')
  })

  it('an action of a member without one fails with needsLogin', async () => {
    const made = await launchedWith(refused(404))
    expect(await made.actions.updateProfile({ a: 1 })).toEqual(failed('needsLogin'))
    const bound = made.account.bindPhone(phoneEvent.detail, { overwrite: false })
    expect(await bound).toEqual(failed('needsLogin'))
    expect(made.network.requests).toHaveLength(1)
  })

  it('an action clears the failure of the one before when it starts, and ends with the user', async () => {
    const made = await launchedWith(refused(404))
    await made.actions.updateProfile({ a: 1 })
    expect(made.auth.view.getState().failure).not.toBeNull()
    const signedIn = made.actions.continueWithWechat()
    expect(made.auth.view.getState().failure).toBeNull()
    await settle()
    expect(last(made)[1]).toMatchObject({ create_user: true })
    made.network.answer(granted())
    expect(await signedIn).toEqual({ tag: 'done', value: alice })
    expect(made.auth.view.getState().failure).toBeNull()
  })

  it('an action that was overtaken fails, and shows nothing', async () => {
    const made = await launchedWith(refused(404))
    const signedIn = made.actions.signIn(account, 'p')
    await settle()
    void made.actions.signOut()
    made.network.answer(granted())
    expect(await signedIn).toEqual(failed('cancelled', true))
    expect(made.auth.view.getState().failure).toBeNull()
    expect(made.session()).toEqual({ tag: 'guest', reason: 'signedOut' })
  })

  it('an action sends a profile as it is, and a phone number with its setting', async () => {
    const made = await launchedWith(granted())
    const updated = made.actions.updateProfile({ nickname: 'A' })
    await settle()
    expect(last(made)).toEqual(['PUT /hserve/v2.5/user/info/', { nickname: 'A' }])
    made.network.answer(answered({ ...alice, nickname: 'A' }))
    expect(await updated).toMatchObject({ tag: 'done', value: { nickname: 'A' } })

    void made.account.bindPhone(phoneEvent.detail, { overwrite: false })
    await settle()
    expect(last(made)[1]).toMatchObject({ overwrite: false, phone_code: 'phone-code' })
  })

  it('a sign-in by the phone button takes the early code only when there is a number', async () => {
    const made = await launchedWith(refused(404))
    const early = jest.fn(takeCode)
    const refusal = { errMsg: 'getPhoneNumber:fail user deny' }
    const options = { takeCode: early, createUser: true }
    expect(await made.actions.signInWithPhone(refusal, options)).toEqual(failed('refused'))
    expect(early).not.toHaveBeenCalled()
    void made.actions.signInWithPhone(phoneEvent.detail, options)
    await settle()
    expect(last(made)[1]).toMatchObject({ code: 'early', phone_code: 'phone-code' })
  })
})
