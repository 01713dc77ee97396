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
const notTheLast = { error_code: 'last_sign_in_method' }
const sent = { code: '123456', phone: PHONE }

describe('binding a number by its code', () => {
  it('binding a number by its code claims it first, for backends that verify a claim only', async () => {
    const { network, auth, outcome } = await binding()
    expect(network.requests.at(-1)?.body).toEqual({ phone: PHONE })
    network.answer(answered({ phone: PHONE, phone_verified: false }))
    await settle()
    expect(network.requests.at(-1)?.body).toEqual(sent)
    network.answer(answered())
    expect(await outcome).toMatchObject({ tag: 'done' })
    expect(auth.current()?.user).toMatchObject({ _phone: PHONE, _phone_verified: true })
  })

  it('binding a number by its code replaces the last sign-in method by a proven number alone', async () => {
    const { network, auth, outcome } = await binding()
    network.answer(refused(400, 'no', notTheLast))
    await settle()
    expect(network.requests.at(-1)?.body).toEqual(sent)
    expect(auth.current()?.user).toMatchObject({ _phone: OLD, _phone_verified: true })
    network.answer(answered())
    expect(await outcome).toMatchObject({ tag: 'done' })
    expect(auth.current()?.user).toMatchObject({ _phone: PHONE, _phone_verified: true })
  })

  it('binding a number by its code ends at any other refusal of the claim', async () => {
    const { network, outcome } = await binding()
    network.answer(refused(400, 'no', { error_code: 'phone_of_another' }))
    expect(await outcome).toMatchObject({ tag: 'failed', failure: { kind: 'conflict' } })
    expect(network.requests).toHaveLength(2)
  })
})
