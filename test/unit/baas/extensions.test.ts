import {
  deleteAccount,
  endOtherSessions,
  endSession,
  exportAccount,
  listSessions,
  resetPassword,
  verifyEmail,
} from '../../../src/baas/extensions'
import { BaasError } from '../../../src/baas/errors'
import type { Call, Send } from '../../../src/baas/send'

/** A backend that answers every call with this body, or refuses it with this error, and keeps the calls. */
const backend = (answer: unknown) => {
  const calls: Call[] = []
  const send: Send = async (call) => {
    calls.push(call)
    if (answer instanceof Error) throw answer
    return { status: 200, body: answer }
  }
  return { send, calls }
}

describe('what our own server offers beside wx.BaaS', () => {
  it.each<[string, (send: Send) => Promise<unknown>, Call]>([
    [
      'the list of sign-ins',
      listSessions,
      { method: 'GET', path: '/ext/v1/sessions/', as: 'member' },
    ],
    [
      'the end of one',
      (send) => endSession(send, 'a1'),
      { method: 'DELETE', path: '/ext/v1/sessions/a1/', as: 'member' },
    ],
    [
      'the end of all others',
      endOtherSessions,
      { method: 'POST', path: '/ext/v1/sessions/end-others/', as: 'member' },
    ],
    ['the export', exportAccount, { method: 'GET', path: '/ext/v1/account/export/', as: 'member' }],
    [
      'the deletion',
      deleteAccount,
      {
        method: 'POST',
        path: '/ext/v1/account/delete/',
        as: 'member',
      },
    ],
    [
      'the verification of an address',
      (send) => verifyEmail(send, 't'),
      {
        method: 'POST',
        path: '/ext/v1/account/email/verify/',
        body: { code: 't' },
        as: 'member',
      },
    ],
    [
      'a new password by letter',
      (send) => resetPassword(send, 't', 'p'),
      {
        method: 'POST',
        path: '/ext/v1/email/reset/',
        body: { token: 't', password: 'p' },
        as: 'anyone',
        device: 'named',
      },
    ],
  ])('is one call: %s', async (_, act, call) => {
    const { send, calls } = backend({})
    await act(send)
    expect(calls).toEqual([call])
  })

  it('is passed on where it is refused', async () => {
    const refusal = new BaasError(403, { status: 403 })
    const { send } = backend(refusal)
    for (const act of [
      () => listSessions(send),
      () => endSession(send, 'a1'),
      () => endOtherSessions(send),
      () => exportAccount(send),
      () => deleteAccount(send),
      () => verifyEmail(send, 't'),
      () => resetPassword(send, 't', 'p'),
    ])
      await expect(act()).rejects.toBe(refusal)
  })
})

describe('a sign-in that has ended already', () => {
  it('is ended, as was wanted', async () => {
    const { send } = backend(new BaasError(404, { status: 404 }))
    await expect(endSession(send, 'a1')).resolves.toBeUndefined()
  })

  it.each([new BaasError(600), new BaasError(401, { status: 401 }), new Error('bug')])(
    'is not taken for one where the answer is %s',
    async (error) => {
      await expect(endSession(backend(error).send, 'a1')).rejects.toBe(error)
    },
  )
})

describe('the list of sign-ins', () => {
  it('is read field by field', async () => {
    const object = {
      id: 'a1',
      current: true,
      login_method: 'wechat',
      user_agent: 'phone',
      created_at: 1_700_000_000,
    }
    const { send } = backend({ objects: [object, { ...object, current: 'yes' }] })
    const session = {
      id: 'a1',
      current: true,
      method: 'wechat',
      userAgent: 'phone',
      createdAt: 1_700_000_000,
    }
    expect(await listSessions(send)).toEqual([session, { ...session, current: false }])
  })

  it.each([[{}], [{ objects: 'many' }], ['<html>']])('is empty in %j', async (body) => {
    expect(await listSessions(backend(body).send)).toEqual([])
  })
})

it('an export is what the server sent, whatever its form', async () => {
  const everything = { user: { id: 1 }, audit: [] }
  expect(await exportAccount(backend(everything).send)).toBe(everything)
})
