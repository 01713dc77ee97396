import type { Credentials } from '../../../src/baas/credentials'
import { granted, settle } from '../../kit/fake-backend'
import { launchedWith, makeAuth, pageCall } from '../../kit/make-auth'

describe('the device', () => {
  const account = { phone: '13800138000' }
  const password = 'a sentence'

  it.each([
    ['password', { by: 'password', account, password }],
    ['registration', { by: 'registration', account, password }],
    ['SMS', { by: 'sms', ...account, code: '123456', createUser: true }],
  ] satisfies ReadonlyArray<[string, Credentials]>)(
    'the device ID is sent with a sign-in by %s',
    async (_, credentials) => {
      const { auth, network } = makeAuth()
      void auth.signIn(credentials)
      await settle()
      expect(network.requests[0]?.headers['X-Device-ID']).toBe('device-of-the-test')
    },
  )

  it('the device ID is sent where a text message is asked for', () => {
    const { account: actions, network } = makeAuth()
    void actions.sendSmsCode('13800001234')
    expect(network.requests[0]?.headers['X-Device-ID']).toBe('device-of-the-test')
  })

  it('the device ID is not sent with WeChat’s silent sign-in, whose code no one can guess, nor in a session', async () => {
    const { auth, network } = await launchedWith(granted())
    void auth.request(pageCall())
    await settle()
    void auth.signOut()
    await settle()
    expect(network.requests).toHaveLength(3)
    for (const { headers } of network.requests) expect(headers).not.toHaveProperty('X-Device-ID')
  })
})
