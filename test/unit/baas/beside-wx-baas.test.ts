import { BaasError } from '../../../src/baas/errors'
import { resetPassword, verifyEmail } from '../../../src/baas/emails'
import { deleteAccount, exportAccount } from '../../../src/baas/personal-data'
import type { Call, Send } from '../../../src/baas/send'
import { endOtherSessions, endSession, listSessions } from '../../../src/baas/sessions'
import { recordingBackend } from '../../kit/recording-backend'

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
      'a new password by e-mail',
      (send) => resetPassword(send, 't', 'p'),
      {
        method: 'POST',
        path: '/ext/v1/email/reset/',
        body: { token: 't', password: 'p' },
        as: 'anyone',
        namesDevice: true,
      },
    ],
  ])('an offer of our own server beside wx.BaaS is one call: %s', async (_, act, call) => {
    const { send, calls } = recordingBackend({})
    await act(send)
    expect(calls).toEqual([call])
  })

  it('an offer of our own server beside wx.BaaS is passed on where it is refused', async () => {
    const refusal = new BaasError(403, { status: 403 })
    const { send } = recordingBackend(refusal)
    for (const act of [
      () => listSessions(send),
      () => endSession(send, 'a1'),
      () => endOtherSessions(send),
      () => exportAccount(send),
      () => deleteAccount(send),
      () => verifyEmail(send, 't'),
      () => resetPassword(send, 't', 'p'),
    ]) {
      await expect(act()).rejects.toBe(refusal)
    }
  })
})

describe('a sign-in that has ended already', () => {
  it('ending a session that has ended already resolves', async () => {
    const { send } = recordingBackend(new BaasError(404, { status: 404 }))
    await expect(endSession(send, 'a1')).resolves.toBeUndefined()
  })

  it.each([new BaasError(600), new BaasError(401, { status: 401 }), new Error('bug')])(
    'a session is not taken for an ended one where the answer is %s',
    async (error) => {
      await expect(endSession(recordingBackend(error).send, 'a1')).rejects.toBe(error)
    },
  )
})

it('an export is what the server sent, whatever its form', async () => {
  const everything = { user: { id: 1 }, audit: [] }
  expect(await exportAccount(recordingBackend(everything).send)).toBe(everything)
})
