import { answered, granted, refused, settle } from '../../../kit/fake-backend'
import { launchedWith } from '../../../kit/make-auth'

const [OLD, PHONE] = ['13900000001', '13900000002']

const binding = async () => {
  const before = { id: 1, _phone: OLD, _phone_verified: true }
  const launched = await launchedWith(granted(before))
  const outcome = launched.account.bindPhoneBySms(PHONE, '123456')
  await settle()
  return { ...launched, outcome }
}
const sent = { code: '123456', phone: PHONE }

describe('binding a number by its code', () => {
  it('binding a number by its code is one request, which puts it in place of the one before', async () => {
    const { network, auth, outcome } = await binding()
    expect(network.requests.at(-1)?.body).toEqual(sent)
    expect(auth.current()?.user).toMatchObject({ _phone: OLD, _phone_verified: true })
    network.answer(answered())
    expect(await outcome).toMatchObject({ tag: 'done' })
    expect(auth.current()?.user).toMatchObject({ _phone: PHONE, _phone_verified: true })
    expect(network.requests).toHaveLength(2)
  })

  it.each([
    ['a wrong code', refused(400, 'no', { error_code: 'sms_code_wrong' }), 'denied'],
    ['a number of another', refused(400, 'no', { error_code: 'phone_of_another' }), 'conflict'],
    ['a busy server', refused(503), 'server'],
  ])(
    'binding a number by its code leaves the number there is as it was after %s',
    async (_what, refusal, kind) => {
      const { network, auth, outcome } = await binding()
      network.answer(refusal)
      expect(await outcome).toMatchObject({ tag: 'failed', failure: { kind } })
      expect(network.requests).toHaveLength(2)
      expect(auth.current()?.user).toMatchObject({ _phone: OLD, _phone_verified: true })
    },
  )
})
