import { answered, granted, refused, settle } from '../../../kit/fake-backend'
import { launchedWith } from '../../../kit/make-auth'

describe('a member without a password', () => {
  it('a member without a password has one after setting it, by one request', async () => {
    const { account, auth, network } = await launchedWith(granted())
    const outcome = account.setPassword({ password: '', newPassword: 'a sentence for two' })
    await settle()
    expect(network.requests.at(-1)?.body).toEqual({
      password: '',
      new_password: 'a sentence for two',
    })
    network.answer(answered())
    expect(await outcome).toMatchObject({ tag: 'done', value: { _has_password: true } })
    expect(auth.current()?.user._has_password).toBe(true)
    expect(network.requests).toHaveLength(2)
  })
})

describe('a text message that a hosted backend refuses without a code', () => {
  it('a text message that a hosted backend refuses without a code is one too many', async () => {
    const { account, network } = await launchedWith(granted())
    const outcome = account.sendSmsCode('+8613900000001')
    await settle()
    network.answer(refused(400))
    expect(await outcome).toMatchObject({ tag: 'failed', failure: { kind: 'rateLimited' } })
  })
})
